package io.countersign.telegram.reach;

import io.countersign.challenge.store.StoreUnavailable;
import io.countersign.channel.send.ChannelSender;
import io.countersign.channel.send.DeliveryOutcome;
import io.countersign.channel.send.DeliveryOutcome.Refused;
import io.countersign.channel.send.OutgoingMessage;
import io.countersign.events.FailureReason;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the gateway about people whom a message could not reach. The report of the delivery says so
 * too, but anyone who can write to the broker can forge one.
 */
public final class RefusalsTold implements ChannelSender {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalsTold.class);

    private final ChannelSender sender;
    private final Reachability reachability;
    private final Clock clock;

    public RefusalsTold(ChannelSender sender, Reachability reachability, Clock clock) {
        this.sender = sender;
        this.reachability = reachability;
        this.clock = clock;
    }

    @Override
    public DeliveryOutcome send(OutgoingMessage message) {
        Instant sent = clock.instant();
        DeliveryOutcome outcome = sender.send(message);
        if (outcome instanceof Refused refused && gone(refused.reason())) {
            tell(message, sent);
        }
        return outcome;
    }

    private void tell(OutgoingMessage message, Instant sent) {
        try {
            // A person's chat with the bot has the person's id.
            reachability.lost(Long.parseLong(message.destination().value()), sent);
        } catch (StoreUnavailable | NumberFormatException e) {
            LOG.warn("delivery={} the gateway was not told of the refusal", message.delivery());
        }
    }

    private static boolean gone(FailureReason reason) {
        return reason == FailureReason.BLOCKED_BY_RECIPIENT
                || reason == FailureReason.DESTINATION_INVALID;
    }
}
