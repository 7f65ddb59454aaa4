/** Hands one message to the first provider that takes it. */
@NullMarked
package io.countersign.channel.send;

import org.jspecify.annotations.NullMarked;
