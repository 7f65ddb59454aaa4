/** The faults that were asked for and are not used up. */
@NullMarked
package io.countersign.simulator.faults.active;

import org.jspecify.annotations.NullMarked;
