/** Looks again at deliveries that were sent but may not have arrived. */
@NullMarked
package io.countersign.channel.followup;

import org.jspecify.annotations.NullMarked;
