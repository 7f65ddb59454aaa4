/** How a bot gets updates: by polling or by webhook. */
@NullMarked
package io.countersign.simulator.telegram.bot.webhook;

import org.jspecify.annotations.NullMarked;
