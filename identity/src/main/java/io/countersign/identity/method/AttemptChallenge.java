package io.countersign.identity.method;

import io.countersign.engine.open.ChallengeContext;
import io.countersign.engine.open.OpenChallenge;
import io.countersign.identity.account.Accounts;
import io.countersign.identity.attempt.Attempt;
import io.countersign.identity.attempt.Attempts;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The challenge of an attempt. */
@Component
class AttemptChallenge {

    private final Accounts accounts;
    private final Attempts attempts;
    private final OpenChallenge openChallenge;

    AttemptChallenge(Accounts accounts, Attempts attempts, OpenChallenge openChallenge) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.openChallenge = openChallenge;
    }

    /** With an open challenge; empty where the account may not be used any more. */
    Optional<ChallengeContext> open(Attempt attempt, String address, Locale locale) {
        return accounts.active(attempt.account())
                ? Optional.of(
                        openChallenge.open(
                                of(attempt, address, locale),
                                (before, fresh) -> attempts.decideBy(attempt.id(), before, fresh)))
                : Optional.empty();
    }

    /** As it is. */
    static ChallengeContext of(Attempt attempt, String address, Locale locale) {
        return new ChallengeContext(
                attempt.purpose(),
                attempt.account().value(),
                attempt.id().toString(),
                attempt.challenge(),
                address,
                locale.toLanguageTag(),
                attempt.bucket());
    }
}
