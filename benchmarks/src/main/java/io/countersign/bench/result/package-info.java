/** Figures, and how they are kept and shown. */
@NullMarked
package io.countersign.bench.result;

import org.jspecify.annotations.NullMarked;
