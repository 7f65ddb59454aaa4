/** Stops the start with a sentence that names the wrong setting and says why. */
@NullMarked
package io.countersign.channel.settings;

import org.jspecify.annotations.NullMarked;
