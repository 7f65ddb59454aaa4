/** Seals each step of a route for the workers of its channel, and nobody else. */
@NullMarked
package io.countersign.events.seal;

import org.jspecify.annotations.NullMarked;
