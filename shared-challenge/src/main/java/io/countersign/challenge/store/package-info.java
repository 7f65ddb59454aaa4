/**
 * Where challenges are kept, and how they change there: by compare-and-set with a pure function.
 */
@NullMarked
package io.countersign.challenge.store;

import org.jspecify.annotations.NullMarked;
