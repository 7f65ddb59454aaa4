/** Calls: which number places one, and what was heard of it since. */
@NullMarked
package io.countersign.voice.call;

import org.jspecify.annotations.NullMarked;
