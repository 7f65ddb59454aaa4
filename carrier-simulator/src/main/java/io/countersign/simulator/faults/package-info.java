/** Holds the misbehaviour that was asked for and deals it out, request by request. */
@NullMarked
package io.countersign.simulator.faults;

import org.jspecify.annotations.NullMarked;
