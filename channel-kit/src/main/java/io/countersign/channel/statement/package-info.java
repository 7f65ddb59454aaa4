/** What workers say about a challenge of their own accord, for the gateway to judge. */
@NullMarked
package io.countersign.channel.statement;

import org.jspecify.annotations.NullMarked;
