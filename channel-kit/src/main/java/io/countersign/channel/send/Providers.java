package io.countersign.channel.send;

import io.countersign.channel.send.DeliveryOutcome.Late;
import io.countersign.channel.send.DeliveryOutcome.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A channel's providers in order of preference. */
public final class Providers {

    private static final Duration TOO_SHORT_TO_TRY = Duration.ofMillis(500);

    private final List<Provider> inOrder;

    /**
     * @throws IllegalArgumentException when there is none
     */
    public Providers(List<Provider> inOrder) {
        if (inOrder.isEmpty()) {
            throw new IllegalArgumentException("a channel needs a provider");
        }
        this.inOrder = List.copyOf(inOrder);
    }

    public List<Provider> inOrder() {
        return inOrder;
    }

    /**
     * Offers the message to one provider after the other until one takes it. Once a provider may
     * have taken it, no other is asked.
     */
    public ProviderAnswer send(OutgoingMessage message) {
        ProviderAnswer last = message.window().over() ? late() : allResting();
        for (Provider provider : inOrder) {
            if (message.window().over() || message.timeout().compareTo(TOO_SHORT_TO_TRY) < 0) {
                return last;
            }
            Optional<DeliveryOutcome> outcome = provider.send(message);
            if (outcome.isPresent()) {
                last = new ProviderAnswer(provider.name(), outcome.get());
                if (!(outcome.get() instanceof Unavailable)) {
                    return last;
                }
            }
        }
        return last;
    }

    private ProviderAnswer late() {
        return new ProviderAnswer(inOrder.getFirst().name(), new Late());
    }

    private ProviderAnswer allResting() {
        return new ProviderAnswer(
                inOrder.getFirst().name(), new Unavailable(Concerned.PROVIDER, "left alone"));
    }
}
