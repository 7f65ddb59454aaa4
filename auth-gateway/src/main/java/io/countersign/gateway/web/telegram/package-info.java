/** The pages on which people link, name and remove Telegram accounts. */
@NullMarked
package io.countersign.gateway.web.telegram;

import org.jspecify.annotations.NullMarked;
