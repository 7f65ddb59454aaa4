/** Which offsets may be committed: up to the first record that is not finished. */
@NullMarked
package io.countersign.broker.kafka.offset;

import org.jspecify.annotations.NullMarked;
