/** An application of the stack: its jar, its process and its health. */
@NullMarked
package io.countersign.stack.application;

import org.jspecify.annotations.NullMarked;
