package io.countersign.channel.statement;

import io.countersign.broker.PublishOutcome;
import io.countersign.broker.Publisher;
import io.countersign.broker.Topic;
import io.countersign.challenge.store.Statements;
import io.countersign.events.Channel;
import io.countersign.events.EventCodec;
import io.countersign.events.EventTopics;
import io.countersign.events.Statement;
import io.countersign.events.StatementMade;
import io.countersign.events.id.ChallengeId;
import io.countersign.events.seal.ChannelSeal;
import java.time.Clock;
import java.time.Duration;

/**
 * Makes statements: seals them, puts them into the store first, then tells the gateway by an event.
 * A worker that is not sure whether a statement got through makes it again; the first one stands.
 */
public final class StatementPublisher {

    private static final Topic TOPIC = new Topic(EventTopics.STATED);

    /** Longer than any challenge lives. */
    private static final Duration KEPT = Duration.ofMinutes(20);

    private final Channel channel;
    private final ChannelSeal seal;
    private final Statements store;
    private final Publisher publisher;
    private final EventCodec codec;
    private final Clock clock;

    public StatementPublisher(
            Channel channel,
            ChannelSeal seal,
            Statements store,
            Publisher publisher,
            EventCodec codec,
            Clock clock) {
        this.channel = channel;
        this.seal = seal;
        this.store = store;
        this.publisher = publisher;
        this.codec = codec;
        this.clock = clock;
    }

    /**
     * Keeps the statement where the gateway looks when an answer comes, without telling the
     * gateway.
     *
     * @return whether it is the one that stands
     * @throws io.countersign.challenge.store.StoreUnavailable when the store does not answer
     */
    public boolean keep(ChallengeId about, Statement statement) {
        return store.make(
                about, statement.name(), seal.seal(statement, about), clock.instant().plus(KEPT));
    }

    /**
     * Keeps the statement and tells the gateway.
     *
     * @throws io.countersign.challenge.store.StoreUnavailable when the store does not answer
     */
    public StatementOutcome publish(ChallengeId about, Statement statement) {
        boolean first = keep(about, statement);
        StatementMade made = new StatementMade(about, channel, statement.name(), clock.instant());
        if (!(publisher.publish(TOPIC, about.wire(), codec.encode(made))
                instanceof PublishOutcome.Published)) {
            return StatementOutcome.NOT_TOLD;
        }
        return first ? StatementOutcome.FIRST : StatementOutcome.NOT_FIRST;
    }
}
