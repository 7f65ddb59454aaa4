/** The pages on which people link Telegram accounts, and switch Telegram off and on. */
@NullMarked
package io.countersign.gateway.web.telegram;

import org.jspecify.annotations.NullMarked;
