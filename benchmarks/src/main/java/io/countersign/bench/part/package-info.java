/** What is measured: a class for each part that can be asked for by name. */
@NullMarked
package io.countersign.bench.part;

import org.jspecify.annotations.NullMarked;
