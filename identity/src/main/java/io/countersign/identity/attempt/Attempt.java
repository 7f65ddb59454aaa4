package io.countersign.identity.attempt;

import io.countersign.events.Purpose;
import io.countersign.events.id.ChallengeId;
import io.countersign.identity.account.AccountId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One attempt to sign in whose password was right, or to step up within a session.
 *
 * @param purpose which of the two
 * @param deadline no session is created for it at or after this time
 * @param challenge the latest challenge that was opened for it
 * @param bucket the bucket of the known device that it came from
 */
public record Attempt(
        AttemptId id,
        Purpose purpose,
        AccountId account,
        Instant deadline,
        Outcome outcome,
        Optional<ChallengeId> challenge,
        Optional<UUID> bucket) {

    /** Whether it asks for a second factor within a session. */
    public boolean stepsUp() {
        return purpose == Purpose.STEP_UP;
    }

    public boolean pending() {
        return outcome == Outcome.PENDING;
    }
}
