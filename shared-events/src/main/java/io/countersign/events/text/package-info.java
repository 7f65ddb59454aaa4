/** Tells what shows something from what steers or shows nothing, in whatever script. */
@NullMarked
package io.countersign.events.text;

import org.jspecify.annotations.NullMarked;
