/** The numbers that the channel calls from: which are well, and which one calls whom. */
@NullMarked
package io.countersign.voice.number;

import org.jspecify.annotations.NullMarked;
