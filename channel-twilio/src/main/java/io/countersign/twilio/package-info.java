/** Talks to Twilio for a channel, and recognises what Twilio says of its own accord. */
@NullMarked
package io.countersign.twilio;

import org.jspecify.annotations.NullMarked;
