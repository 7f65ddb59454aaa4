/** How starts go that are made again and again. */
@NullMarked
package io.countersign.stack.drill;

import org.jspecify.annotations.NullMarked;
