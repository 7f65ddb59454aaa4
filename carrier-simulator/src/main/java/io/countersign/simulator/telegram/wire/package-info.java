/** The objects of Telegram's Bot API in their JSON form. */
@NullMarked
package io.countersign.simulator.telegram.wire;

import org.jspecify.annotations.NullMarked;
