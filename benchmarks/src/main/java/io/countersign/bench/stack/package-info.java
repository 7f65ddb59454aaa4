/** The stack under test, and the provider that it sends to. */
@NullMarked
package io.countersign.bench.stack;

import org.jspecify.annotations.NullMarked;
