/** Telegram accounts over the API. */
@NullMarked
package io.countersign.gateway.api.telegram;

import org.jspecify.annotations.NullMarked;
