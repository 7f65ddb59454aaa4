/** The pages that change what people have connected already, of any kind. */
@NullMarked
package io.countersign.gateway.web.factor;

import org.jspecify.annotations.NullMarked;
