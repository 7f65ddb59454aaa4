package io.countersign.telegram.reach;

import io.countersign.channel.statement.StatementOutcome;
import io.countersign.channel.statement.StatementPublisher;
import io.countersign.events.Statement.Reach;
import io.countersign.events.id.ChallengeId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells the gateway who can be written to. The worker does not know whose Telegram is linked, so it
 * reports everyone, but a person who keeps writing only once a minute.
 */
public final class Reachability {

    private static final Duration QUIET = Duration.ofMinutes(1);

    /**
     * The most people to remember who wrote within a minute; with more, some are reported more
     * often.
     */
    private static final int MOST = 10_000;

    private final StatementPublisher statementPublisher;
    private final SecureRandom random;
    private final Clock clock;
    private final Map<Long, Instant> wrote = new ConcurrentHashMap<>();

    /**
     * @param clock tells how long ago a person was reported, and when a message was refused
     */
    public Reachability(StatementPublisher statementPublisher, SecureRandom random, Clock clock) {
        this.statementPublisher = statementPublisher;
        this.random = random;
        this.clock = clock;
    }

    /**
     * A person wrote to the bot. Where the gateway cannot be told, their next message tells it.
     *
     * @param at by Telegram's clock
     * @throws io.countersign.challenge.store.StoreUnavailable when the store does not answer
     */
    public void wrote(long user, Instant at) {
        Instant now = clock.instant();
        Instant last = wrote.get(user);
        boolean quiet = last != null && now.isBefore(last.plus(QUIET));
        if (!quiet && unblocked(user, at)) {
            if (wrote.size() >= MOST) {
                wrote.clear();
            }
            wrote.put(user, now);
        }
    }

    /**
     * A person unblocked the bot, which Telegram reports each time.
     *
     * @param at by Telegram's clock
     * @return false where the gateway could not be told
     * @throws io.countersign.challenge.store.StoreUnavailable when the store does not answer
     */
    public boolean unblocked(long user, Instant at) {
        return told(new Reach(user, true, at));
    }

    /**
     * Telegram refused a message to a person for good. Where the gateway cannot be told, the next
     * refusal tells it.
     *
     * @param sent when the message went to Telegram
     * @throws io.countersign.challenge.store.StoreUnavailable when the store does not answer
     */
    void lost(long user, Instant sent) {
        wrote.remove(user);
        var _ = told(new Reach(user, false, sent.truncatedTo(ChronoUnit.SECONDS)));
    }

    private boolean told(Reach reach) {
        return statementPublisher.publish(ChallengeId.next(random), reach)
                != StatementOutcome.NOT_TOLD;
    }
}
