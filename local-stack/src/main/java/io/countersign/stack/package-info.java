/** Starts everything Countersign needs on one machine, for trying it out and for tests. */
@NullMarked
package io.countersign.stack;

import org.jspecify.annotations.NullMarked;
