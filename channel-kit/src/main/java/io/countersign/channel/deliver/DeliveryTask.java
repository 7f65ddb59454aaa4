package io.countersign.channel.deliver;

import io.countersign.channel.followup.FollowUpTask;
import io.countersign.channel.send.OutgoingMessage;
import io.countersign.channel.send.SendWindow;
import io.countersign.delivery.Head;
import io.countersign.delivery.Queued;
import io.countersign.events.DeliveryRequested;
import io.countersign.events.content.StepContent;
import io.countersign.events.id.DeliveryId;
import java.util.Locale;

/**
 * An authentic request, what its current step says in clear, and which try of it this is.
 *
 * @param attempt from 1
 */
record DeliveryTask(DeliveryRequested request, StepContent content, int attempt) {

    DeliveryId delivery() {
        return request.delivery(attempt);
    }

    /** The delivery as the gateway sealed it, whatever a record says. */
    Head head() {
        return new Head(delivery(), request.currentStep().channel(), request.deadline());
    }

    Queued queued() {
        return new Queued(head());
    }

    boolean triesLeft() {
        return attempt < content.tries();
    }

    /** Whether anything follows if this try turns out not to have arrived. */
    boolean goesOn() {
        return triesLeft() || request.hasNextStep();
    }

    DeliveryTask nextTry() {
        return new DeliveryTask(request, content, attempt + 1);
    }

    FollowUpTask followUp() {
        return new FollowUpTask(request, attempt);
    }

    OutgoingMessage message(SendWindow window) {
        return new OutgoingMessage(
                delivery(),
                content.destination(),
                content.message(),
                Locale.forLanguageTag(content.locale()),
                window);
    }
}
