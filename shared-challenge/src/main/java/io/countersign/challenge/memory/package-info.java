/** The stores' twins in memory, for tests of what uses them. */
@NullMarked
package io.countersign.challenge.memory;

import org.jspecify.annotations.NullMarked;
