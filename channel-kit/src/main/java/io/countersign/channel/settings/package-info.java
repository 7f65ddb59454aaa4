/**
 * Stops the start with a sentence that names the wrong setting and says why.
 *
 * <p>Workers' settings check themselves so, and not by Bean Validation as the gateway's do: Spring
 * Boot's report of a violation prints the value, and theirs hold passwords and tokens.
 */
@NullMarked
package io.countersign.channel.settings;

import org.jspecify.annotations.NullMarked;
