/** Callers without a browser. */
@NullMarked
package io.countersign.gateway.caller;

import org.jspecify.annotations.NullMarked;
