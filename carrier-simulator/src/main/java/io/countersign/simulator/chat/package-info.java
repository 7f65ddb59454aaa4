/** Shows a Telegram person's chat with the bot in the browser, to be used as on a phone. */
@NullMarked
package io.countersign.simulator.chat;

import org.jspecify.annotations.NullMarked;
