/** Measures the whole by one command. */
@NullMarked
package io.countersign.bench;

import org.jspecify.annotations.NullMarked;
