/** Stands in for everything around a channel worker, so that tests of the channels stay short. */
@NullMarked
package io.countersign.channel.kit;

import org.jspecify.annotations.NullMarked;
