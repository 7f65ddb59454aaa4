/** Arrivals when they are due, whatever the answers take. */
@NullMarked
package io.countersign.bench.load;

import org.jspecify.annotations.NullMarked;
