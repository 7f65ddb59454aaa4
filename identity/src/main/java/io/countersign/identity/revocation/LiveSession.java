package io.countersign.identity.revocation;

import io.countersign.identity.attempt.AttemptId;
import java.time.Instant;

/**
 * A session that is fully signed in. Does not print its id, which is worth as much as the cookie.
 *
 * @param attempt the attempt to sign in that it came from; names the session for good
 */
public record LiveSession(String id, AttemptId attempt, Instant lastSeenAt) {

    @Override
    public String toString() {
        return "LiveSession[" + attempt + "]";
    }
}
