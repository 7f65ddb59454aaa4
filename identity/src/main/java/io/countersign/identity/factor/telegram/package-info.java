/** A question in Telegram: the page shows a number, the bot offers three. */
@NullMarked
package io.countersign.identity.factor.telegram;

import org.jspecify.annotations.NullMarked;
