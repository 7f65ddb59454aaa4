/** Liveness of workers in Redis. */
@NullMarked
package io.countersign.liveness.redis;

import org.jspecify.annotations.NullMarked;
