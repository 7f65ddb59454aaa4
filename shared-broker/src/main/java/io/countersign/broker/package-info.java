/** Publishes events and hands them to subscribers at least once, whichever broker carries them. */
@NullMarked
package io.countersign.broker;

import org.jspecify.annotations.NullMarked;
