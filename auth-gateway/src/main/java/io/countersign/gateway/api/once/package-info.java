/** Carries out a repeated request only once. */
@NullMarked
package io.countersign.gateway.api.once;

import org.jspecify.annotations.NullMarked;
