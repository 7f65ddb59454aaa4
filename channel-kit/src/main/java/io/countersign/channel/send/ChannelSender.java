package io.countersign.channel.send;

/** Hands one message to one provider, once. Implementations neither retry nor record anything. */
@FunctionalInterface
public interface ChannelSender {

    /**
     * Returns within {@link OutgoingMessage#timeout()}.
     *
     * <p>Never throws for something a provider or a network can do; any exception counts as {@link
     * DeliveryOutcome.Uncertain}.
     */
    DeliveryOutcome send(OutgoingMessage message);
}
