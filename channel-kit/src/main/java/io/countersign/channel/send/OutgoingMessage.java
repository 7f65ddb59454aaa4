package io.countersign.channel.send;

import io.countersign.events.content.Destination;
import io.countersign.events.content.Message;
import io.countersign.events.id.DeliveryId;
import java.time.Duration;
import java.util.Locale;

/**
 * One message to one person.
 *
 * @param delivery names it, to the provider too if the provider's receipts need a name
 * @param destination where to
 * @param message what; the sender puts it into words
 * @param locale the person's language
 * @param window how long it may still leave
 */
public record OutgoingMessage(
        DeliveryId delivery,
        Destination destination,
        Message message,
        Locale locale,
        SendWindow window) {

    /** One that never expires. */
    public OutgoingMessage(
            DeliveryId delivery,
            Destination destination,
            Message message,
            Locale locale,
            Duration validity,
            Duration timeout) {
        this(delivery, destination, message, locale, SendWindow.still(validity, timeout));
    }

    /** How long from now it is useful; a provider must not deliver it later. */
    public Duration validity() {
        return window.validity();
    }

    /** How long from now the provider may take to answer. */
    public Duration timeout() {
        return window.timeout();
    }
}
