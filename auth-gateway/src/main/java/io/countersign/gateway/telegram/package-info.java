/** The Telegram accounts that people have linked. */
@NullMarked
package io.countersign.gateway.telegram;

import org.jspecify.annotations.NullMarked;
