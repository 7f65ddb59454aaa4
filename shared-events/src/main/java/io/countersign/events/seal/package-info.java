/** Seals each step of a route for the workers of its channel alone. */
@NullMarked
package io.countersign.events.seal;

import org.jspecify.annotations.NullMarked;
