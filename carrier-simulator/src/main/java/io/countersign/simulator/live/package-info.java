/** Remembers what happened and tells open pages what changed. */
@NullMarked
package io.countersign.simulator.live;

import org.jspecify.annotations.NullMarked;
