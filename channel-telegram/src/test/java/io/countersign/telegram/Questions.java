package io.countersign.telegram;

import io.countersign.challenge.Challenge;
import io.countersign.challenge.Pending;
import io.countersign.challenge.SealedCode;
import io.countersign.challenge.Terms;
import io.countersign.challenge.store.Change;
import io.countersign.challenge.store.Dispatch;
import io.countersign.channel.kit.Surroundings;
import io.countersign.events.Channel;
import io.countersign.events.DeliveryRequested;
import io.countersign.events.Purpose;
import io.countersign.events.content.Destination;
import io.countersign.events.content.Fact;
import io.countersign.events.content.Message;
import io.countersign.events.id.ChallengeId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Challenges that people are asked about in Telegram. */
record Questions(Surroundings around) {

    private static final Map<Fact, String> FACTS =
            Map.of(Fact.ADDRESS, "198.51.100.7", Fact.DEVICE, "Firefox on Linux");

    /** Asks the person of this chat, in a challenge that lives so long. */
    DeliveryRequested ask(long chat, Duration lifetime) {
        DeliveryRequested request =
                around.gateway()
                        .request(
                                new Destination("" + chat),
                                new Message.Confirmation(List.of(42, 17, 99), FACTS),
                                Channel.TELEGRAM);
        Instant now = around.store().now();
        Terms terms =
                new Terms(
                        (ChallengeId) request.subject(),
                        Purpose.SIGN_IN,
                        "account",
                        "session",
                        now,
                        now.plus(lifetime));
        var _ =
                around.store()
                        .open(
                                new Pending(terms, 5, SealedCode.none(), List.of()),
                                Dispatch.NOTHING);
        around.publish(request);
        return request;
    }

    /** The challenge comes to an end. */
    void end(DeliveryRequested request, BiFunction<Terms, Instant, Challenge> ending) {
        var _ =
                around.store()
                        .update(
                                (ChallengeId) request.subject(),
                                (current, now) ->
                                        new Change<>(
                                                ending.apply(current.terms(), now),
                                                "",
                                                Dispatch.NOTHING));
    }
}
