/** Takes in what providers report about deliveries on their own initiative. */
@NullMarked
package io.countersign.channel.receipt;

import org.jspecify.annotations.NullMarked;
