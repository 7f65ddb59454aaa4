/** Tells visible characters from those that steer the text or show nothing, in any script. */
@NullMarked
package io.countersign.events.text;

import org.jspecify.annotations.NullMarked;
