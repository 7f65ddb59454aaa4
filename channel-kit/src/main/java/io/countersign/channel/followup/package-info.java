/** Looks again at what was sent and may turn out not to have arrived. */
@NullMarked
package io.countersign.channel.followup;

import org.jspecify.annotations.NullMarked;
