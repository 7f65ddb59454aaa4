package io.countersign.gateway.signin;

import io.countersign.events.ChallengeId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One attempt to sign in whose password was right.
 *
 * @param deadline no session is minted for it at or after
 * @param challenge the latest challenge that was opened for it
 */
public record Attempt(
        UUID id, UUID account, Instant deadline, Outcome outcome, Optional<ChallengeId> challenge) {

    public boolean pending() {
        return outcome == Outcome.PENDING;
    }
}
