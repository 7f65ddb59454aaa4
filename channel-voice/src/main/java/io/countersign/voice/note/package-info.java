/** What the channel's workers remember together, sealed for them alone. */
@NullMarked
package io.countersign.voice.note;

import org.jspecify.annotations.NullMarked;
