/** Does what a repeated request asks for only once. */
@NullMarked
package io.countersign.gateway.api.once;

import org.jspecify.annotations.NullMarked;
