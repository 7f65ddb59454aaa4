/** What workers report about a challenge on their own initiative, for the gateway to judge. */
@NullMarked
package io.countersign.channel.statement;

import org.jspecify.annotations.NullMarked;
