/** What a run cost, read from outside the programs. */
@NullMarked
package io.countersign.bench.measure;

import org.jspecify.annotations.NullMarked;
