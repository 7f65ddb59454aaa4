/** What the operator sees, and what the log keeps of it. */
@NullMarked
package io.countersign.stack.console;

import org.jspecify.annotations.NullMarked;
