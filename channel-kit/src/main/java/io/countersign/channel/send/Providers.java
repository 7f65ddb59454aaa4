package io.countersign.channel.send;

import io.countersign.channel.send.DeliveryOutcome.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A channel's providers in order of preference. */
public final class Providers {

    private static final Duration TOO_SHORT_TO_TRY = Duration.ofMillis(500);

    private final List<Provider> inOrder;
    private final Clock clock;

    /**
     * @param clock measures how much of the message's time-out each provider leaves to the next
     * @throws IllegalArgumentException when there is none
     */
    public Providers(List<Provider> inOrder, Clock clock) {
        if (inOrder.isEmpty()) {
            throw new IllegalArgumentException("a channel needs a provider");
        }
        this.inOrder = List.copyOf(inOrder);
        this.clock = clock;
    }

    public List<Provider> inOrder() {
        return inOrder;
    }

    /**
     * Offers the message to one after the other while they do not take it. Whoever may have taken
     * it is the last one asked.
     */
    public ProviderAnswer send(OutgoingMessage message) {
        Instant start = clock.instant();
        ProviderAnswer last = allResting();
        for (Provider provider : inOrder) {
            OutgoingMessage now = message.after(Duration.between(start, clock.instant()));
            if (now.timeout().compareTo(TOO_SHORT_TO_TRY) < 0) {
                return last;
            }
            Optional<DeliveryOutcome> outcome = provider.send(now);
            if (outcome.isPresent()) {
                last = new ProviderAnswer(provider.name(), outcome.get());
                if (!(outcome.get() instanceof Unavailable)) {
                    return last;
                }
            }
        }
        return last;
    }

    private ProviderAnswer allResting() {
        return new ProviderAnswer(
                inOrder.getFirst().name(), new Unavailable(Concerned.PROVIDER, "left alone"));
    }
}
