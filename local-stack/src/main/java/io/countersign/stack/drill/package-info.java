/** Repeats starts and reports how they went. */
@NullMarked
package io.countersign.stack.drill;

import org.jspecify.annotations.NullMarked;
