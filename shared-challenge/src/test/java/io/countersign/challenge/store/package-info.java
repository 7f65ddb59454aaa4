/** What every store promises, asked of the one on Redis and of its twin in memory. */
@NullMarked
package io.countersign.challenge.store;

import org.jspecify.annotations.NullMarked;
