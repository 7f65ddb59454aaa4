/** Takes in what providers say about deliveries of their own accord. */
@NullMarked
package io.countersign.channel.receipt;

import org.jspecify.annotations.NullMarked;
