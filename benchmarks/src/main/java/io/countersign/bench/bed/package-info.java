/** A stack with people in it, which the parts are measured on. */
@NullMarked
package io.countersign.bench.bed;

import org.jspecify.annotations.NullMarked;
