/** What is measured beside the stack in the same run. */
@NullMarked
package io.countersign.bench.peer;

import org.jspecify.annotations.NullMarked;
