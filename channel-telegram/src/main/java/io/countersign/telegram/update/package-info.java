/** Receives what people do in Telegram, by polling or by webhook. */
@NullMarked
package io.countersign.telegram.update;

import org.jspecify.annotations.NullMarked;
