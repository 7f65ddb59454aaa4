package io.countersign.twilio;

import io.countersign.channel.send.DeliveryOutcome;

/** Twilio did not answer; carries the meaning of that through the SDK. */
final class TransportFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient DeliveryOutcome outcome;

    TransportFailure(DeliveryOutcome outcome) {
        super(outcome.toString());
        this.outcome = outcome;
    }

    DeliveryOutcome outcome() {
        return outcome;
    }
}
