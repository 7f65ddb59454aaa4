/** Talks to Twilio for a channel, and recognises what Twilio reports on its own initiative. */
@NullMarked
package io.countersign.twilio;

import org.jspecify.annotations.NullMarked;
