/** Draws what was measured. */
@NullMarked
package io.countersign.bench.picture;

import org.jspecify.annotations.NullMarked;
