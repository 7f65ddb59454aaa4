/** Talks to Telegram's Bot API, no faster than it allows. */
@NullMarked
package io.countersign.telegram.bot;

import org.jspecify.annotations.NullMarked;
