/** People who sign in, made in bulk. */
@NullMarked
package io.countersign.bench.people;

import org.jspecify.annotations.NullMarked;
