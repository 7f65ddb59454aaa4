/** Speaks Telegram's Bot API to the one bot there is. */
@NullMarked
package io.countersign.simulator.telegram.bot;

import org.jspecify.annotations.NullMarked;
