/** The pages that change what people have connected already, whatever kind it is. */
@NullMarked
package io.countersign.gateway.web.factor;

import org.jspecify.annotations.NullMarked;
