/** The Telegram channel's worker. */
@NullMarked
package io.countersign.telegram;

import org.jspecify.annotations.NullMarked;
