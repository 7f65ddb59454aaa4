/** Plays Telegram with its people, who chat with one bot, press its buttons and may block it. */
@NullMarked
package io.countersign.simulator.telegram;

import org.jspecify.annotations.NullMarked;
