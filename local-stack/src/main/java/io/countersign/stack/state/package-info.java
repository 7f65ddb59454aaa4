/** What is kept of a running stack, for the commands of another terminal. */
@NullMarked
package io.countersign.stack.state;

import org.jspecify.annotations.NullMarked;
