/** Knows which channels have workers that are alive, for hints, health and metrics. */
@NullMarked
package io.countersign.gateway.liveness;

import org.jspecify.annotations.NullMarked;
