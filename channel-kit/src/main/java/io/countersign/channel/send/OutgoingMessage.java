package io.countersign.channel.send;

import io.countersign.events.DeliveryId;
import io.countersign.events.Destination;
import io.countersign.events.Message;
import java.time.Duration;
import java.util.Locale;

/**
 * One message to one person.
 *
 * @param delivery names it, also towards the provider where the provider's receipts need a name
 * @param destination where to
 * @param message what; the sender puts it into words
 * @param locale the person's language
 * @param validity how long from now it is of use; a provider must not deliver it later
 * @param timeout how long the provider may take to answer
 */
public record OutgoingMessage(
        DeliveryId delivery,
        Destination destination,
        Message message,
        Locale locale,
        Duration validity,
        Duration timeout) {

    /** The same, some of its time having passed. */
    OutgoingMessage after(Duration elapsed) {
        return new OutgoingMessage(
                delivery,
                destination,
                message,
                locale,
                validity.minus(elapsed),
                timeout.minus(elapsed));
    }
}
