package io.countersign.channel.deliver;

import io.countersign.channel.send.OutgoingMessage;
import io.countersign.delivery.Head;
import io.countersign.events.DeliveryId;
import io.countersign.events.DeliveryRequested;
import io.countersign.events.StepContent;
import java.time.Duration;
import java.util.Locale;

/** An authentic request and what its current step says in clear. */
record Errand(DeliveryRequested request, StepContent content) {

    DeliveryId delivery() {
        return request.delivery(1);
    }

    /** The delivery as the gateway sealed it, whatever a record says. */
    Head head() {
        return new Head(delivery(), request.currentStep().channel(), request.deadline());
    }

    OutgoingMessage message(Duration validity, Duration timeout) {
        return new OutgoingMessage(
                delivery(),
                content.destination(),
                content.message(),
                Locale.forLanguageTag(content.locale()),
                validity,
                timeout);
    }
}
