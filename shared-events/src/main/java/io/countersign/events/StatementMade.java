package io.countersign.events;

import io.countersign.events.id.ChallengeId;
import java.time.Instant;
import java.util.Objects;

/**
 * A worker has put a statement into the store; what it says stays there.
 *
 * @param challenge about which
 * @param channel whose worker
 * @param name the statement's name within the challenge
 * @param at when, by the worker's clock
 */
public record StatementMade(ChallengeId challenge, Channel channel, String name, Instant at) {

    public static final String TYPE = "io.countersign.statement.made.v1";

    public StatementMade {
        Objects.requireNonNull(challenge, "challenge");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(at, "at");
    }
}
