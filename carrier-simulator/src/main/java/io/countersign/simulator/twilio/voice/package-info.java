/** Speaks Twilio's REST API for calls, reports on them and reads TwiML. */
@NullMarked
package io.countersign.simulator.twilio.voice;

import org.jspecify.annotations.NullMarked;
