/** Takes the tickets by which people link their Telegram accounts. */
@NullMarked
package io.countersign.telegram.link;

import org.jspecify.annotations.NullMarked;
