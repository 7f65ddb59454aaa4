package io.countersign.engine.send;

import io.countersign.challenge.Pending;
import io.countersign.challenge.Round;
import io.countersign.events.id.ChallengeId;
import java.util.List;
import java.util.Optional;

/**
 * A request that may be repeated and must send only once: it remembers what it set out before
 * anything is handed to the broker.
 */
public interface SendRequest {

    /** The one that the calling thread serves; unbound where it may not be repeated. */
    ScopedValue<SendRequest> CURRENT = ScopedValue.newInstance();

    /** What it set out when it came the first time. */
    Optional<SetOut> before();

    /**
     * Remembers it for repetitions of the request.
     *
     * @throws RuntimeException when that cannot be kept: nothing may be handed over then
     */
    void setOut(SetOut sent);

    /** The one that the calling thread serves. */
    static Optional<SendRequest> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /**
     * Consecutive sends of a challenge.
     *
     * @param first number of the first
     * @param last number of the last
     */
    record SetOut(ChallengeId challenge, int first, int last) {

        static SetOut of(ChallengeId challenge, List<Round> rounds) {
            return new SetOut(challenge, rounds.getFirst().number(), rounds.getLast().number());
        }

        List<Round> in(Pending pending) {
            return pending.rounds().stream()
                    .filter(round -> round.number() >= first && round.number() <= last)
                    .toList();
        }
    }
}
