/** Puts everything that the bot says into words. */
@NullMarked
package io.countersign.telegram.text;

import org.jspecify.annotations.NullMarked;
