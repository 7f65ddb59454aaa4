/** Remembers every request made to a simulated provider and what became of it. */
@NullMarked
package io.countersign.simulator.requests;

import org.jspecify.annotations.NullMarked;
