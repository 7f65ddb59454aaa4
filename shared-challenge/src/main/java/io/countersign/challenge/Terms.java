package io.countersign.challenge;

import io.countersign.events.Purpose;
import io.countersign.events.id.ChallengeId;
import java.time.Instant;

/**
 * What never changes about a challenge.
 *
 * @param id names it
 * @param purpose what an approval is good for
 * @param account whose it is, opaque to this module
 * @param binding the pre-login session (or step-up, or enrolment) that alone may answer, opaque
 * @param openedAt by the store's clock
 * @param deadline nothing is accepted at or after it
 */
public record Terms(
        ChallengeId id,
        Purpose purpose,
        String account,
        String binding,
        Instant openedAt,
        Instant deadline) {

    /**
     * @throws IllegalArgumentException when the deadline does not lie after the opening
     */
    public Terms {
        if (!deadline.isAfter(openedAt)) {
            throw new IllegalArgumentException("a challenge ends after it opens");
        }
    }
}
