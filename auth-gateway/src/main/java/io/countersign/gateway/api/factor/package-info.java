/** What people have connected already, of any kind, over the API. */
@NullMarked
package io.countersign.gateway.api.factor;

import org.jspecify.annotations.NullMarked;
