/** Liveness of workers in memory. */
@NullMarked
package io.countersign.liveness.memory;

import org.jspecify.annotations.NullMarked;
