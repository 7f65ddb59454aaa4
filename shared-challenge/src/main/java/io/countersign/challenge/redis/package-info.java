/**
 * Challenges and deliveries in Redis, changed by compare-and-set and announced when they change.
 */
@NullMarked
package io.countersign.challenge.redis;

import org.jspecify.annotations.NullMarked;
