/** The voice channel's worker. */
@NullMarked
package io.countersign.voice;

import org.jspecify.annotations.NullMarked;
