package io.countersign.engine.open;

import io.countersign.challenge.Terms;
import io.countersign.events.Purpose;
import io.countersign.events.id.ChallengeId;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is asked for a second factor, and what for.
 *
 * @param purpose what an approval is good for
 * @param account who is asked
 * @param binding the one occasion that an answer counts for
 * @param challenge the challenge that is under way for it
 * @param address the IP address that asks
 * @param locale the person's language, a BCP 47 tag
 * @param bucket whose wrong guesses count together with theirs: those of the known device that
 *     asks, or of all other clients
 */
public record ChallengeContext(
        Purpose purpose,
        UUID account,
        String binding,
        Optional<ChallengeId> challenge,
        String address,
        String locale,
        Optional<UUID> bucket) {

    ChallengeContext about(Optional<ChallengeId> other) {
        return new ChallengeContext(purpose, account, binding, other, address, locale, bucket);
    }

    /** Whether the challenge was opened for this very occasion, whatever the store says. */
    public boolean isFor(ChallengeId id, Terms terms) {
        return terms.id().equals(id)
                && terms.purpose() == purpose
                && terms.account().equals(account.toString())
                && terms.binding().equals(binding);
    }
}
