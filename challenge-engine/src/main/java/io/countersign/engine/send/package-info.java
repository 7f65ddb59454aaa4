/**
 * Has something delivered for a challenge: plans the routes, limits and spaces the sends, and hands
 * them to the broker.
 */
@NullMarked
package io.countersign.engine.send;

import org.jspecify.annotations.NullMarked;
