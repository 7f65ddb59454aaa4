/** Tells the gateway which people the bot can write to. */
@NullMarked
package io.countersign.telegram.reach;

import org.jspecify.annotations.NullMarked;
