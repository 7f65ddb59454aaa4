/** Rings phones: the calls that the simulated carrier has placed, and what people do with them. */
@NullMarked
package io.countersign.simulator.calls;

import org.jspecify.annotations.NullMarked;
