package io.countersign.telegram.prompt;

import io.countersign.channel.sealed.Key;
import io.countersign.channel.sealed.SealedStore;
import io.countersign.events.id.DeliveryId;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the questions in people's chats are remembered, until ten minutes after their deadline.
 *
 * <p>They are kept sealed: an attacker who can write to the store but holds no key can neither make
 * nor change nor move one. Each operation throws {@link
 * io.countersign.challenge.store.StoreUnavailable}, quickly, when the store does not answer.
 */
public final class Prompts {

    private static final Duration KEPT = Duration.ofMinutes(10);

    private final SealedStore store;

    public Prompts(SealedStore store) {
        this.store = store;
    }

    /** Remembers it in place of what was remembered for its delivery. */
    public void keep(Prompt prompt) {
        store.put(key(prompt.question().delivery()), prompt, prompt.deadline().plus(KEPT));
    }

    /** The question that the delivery carried; empty also for anything that we did not write. */
    public Optional<Prompt> find(DeliveryId delivery) {
        return store.find(key(delivery));
    }

    private static Key<Prompt> key(DeliveryId delivery) {
        return new Key<>(
                "{%s}:prompt:%d.%d.%d"
                        .formatted(
                                delivery.subject().wire(),
                                delivery.round(),
                                delivery.step(),
                                delivery.attempt()),
                Prompt.class);
    }
}
