/** Publishes events and hands them to subscribers at least once, over any broker. */
@NullMarked
package io.countersign.broker;

import org.jspecify.annotations.NullMarked;
