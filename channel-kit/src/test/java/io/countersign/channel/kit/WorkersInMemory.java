package io.countersign.channel.kit;

import io.countersign.challenge.Challenge;
import io.countersign.challenge.Pending;
import io.countersign.challenge.SealedCode;
import io.countersign.challenge.Terms;
import io.countersign.challenge.memory.InMemoryStore;
import io.countersign.challenge.store.Change;
import io.countersign.challenge.store.Dispatch;
import io.countersign.channel.send.ChannelSender;
import io.countersign.events.Channel;
import io.countersign.events.DeliveryRequested;
import io.countersign.events.Purpose;
import io.countersign.events.id.ChallengeId;
import io.countersign.test.MovableClock;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;

/** A test with workers, and what they share: clock, store, broker and gateway, all in memory. */
public abstract class WorkersInMemory {

    protected final MovableClock clock = new MovableClock();
    protected final InMemoryStore store = new InMemoryStore(clock);
    protected final FakeBroker broker = new FakeBroker();
    protected final TestGateway gateway = new TestGateway(store, clock);

    /** One more worker of the channel. */
    protected final TestWorker worker(Channel channel, ChannelSender... senders) {
        return new TestWorker(store, broker, gateway.opener(channel), clock, senders);
    }

    /** Opens the challenge that the request is about. */
    protected final DeliveryRequested open(DeliveryRequested request) {
        Terms terms =
                new Terms(
                        (ChallengeId) request.subject(),
                        Purpose.SIGN_IN,
                        "account",
                        "session",
                        clock.instant(),
                        request.deadline());
        store.open(new Pending(terms, 5, SealedCode.none(), List.of()), Dispatch.NOTHING);
        return request;
    }

    /** That challenge comes to an end. */
    protected final void settle(
            DeliveryRequested request, BiFunction<Terms, Instant, Challenge> end) {
        store.update(
                (ChallengeId) request.subject(),
                (current, now) -> Change.to(end.apply(current.terms(), now), "settled"));
    }
}
