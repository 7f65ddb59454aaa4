/** Calls: which number places one, and what has been reported about it since. */
@NullMarked
package io.countersign.voice.call;

import org.jspecify.annotations.NullMarked;
