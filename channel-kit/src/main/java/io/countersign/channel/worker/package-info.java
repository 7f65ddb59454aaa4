/** Wires a channel worker: broker, store, keys, health and life cycle. */
@NullMarked
package io.countersign.channel.worker;

import org.jspecify.annotations.NullMarked;
