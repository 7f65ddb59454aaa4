/** A stack of one's own, for a program that tests or measures the whole. */
@NullMarked
package io.countersign.stack.own;

import org.jspecify.annotations.NullMarked;
