/** The whole of Countersign on one machine, started and stopped by one command. */
@NullMarked
package io.countersign.stack.up;

import org.jspecify.annotations.NullMarked;
