package io.countersign.simulator.twilio.messaging;

import io.countersign.simulator.sms.TextMessage;
import io.countersign.simulator.twilio.Refusal;
import org.jspecify.annotations.Nullable;

/** How the simulated Twilio answers the request to create a message. */
sealed interface Answer {

    record Created(TextMessage message) implements Answer {}

    /**
     * The message is not taken.
     *
     * @param retryAfterSeconds null if it is not said when to try again
     */
    record Refused(Refusal refusal, @Nullable Integer retryAfterSeconds) implements Answer {}

    /** The connection is closed without a word. */
    record Cut() implements Answer {}
}
