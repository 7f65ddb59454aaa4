package io.countersign.identity.factor.telegram;

import io.countersign.challenge.Method;
import io.countersign.events.id.ChallengeId;
import io.countersign.identity.account.Accounts;
import io.countersign.identity.attempt.Attempt;
import io.countersign.identity.attempt.Attempts;
import io.countersign.identity.attempt.Outcome;
import io.countersign.identity.event.FactorFailure;
import io.countersign.identity.event.SecurityEvent.RefusedAsNotTheirs;
import io.countersign.identity.event.SecurityEvent.SecondFactorFailed;
import io.countersign.identity.event.SecurityEvents;
import io.countersign.identity.revocation.EndSessions;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What follows when an attempt is refused, all of it or nothing. */
@Component
class Refusal {

    private final Accounts accounts;
    private final Attempts attempts;
    private final EndSessions ending;
    private final SecurityEvents events;

    Refusal(Accounts accounts, Attempts attempts, EndSessions ending, SecurityEvents events) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.ending = ending;
        this.events = events;
    }

    /**
     * Ends the attempt that the challenge decides if its account may not be used any more, and says
     * whether that is so.
     */
    boolean suspended(ChallengeId challenge) {
        Optional<Attempt> suspended =
                attempts.decidedBy(challenge)
                        .filter(attempt -> !accounts.active(attempt.account()));
        suspended.ifPresent(attempt -> attempts.end(attempt.id(), Outcome.BARRED));
        return suspended.isPresent();
    }

    /**
     * Ends the attempt that the challenge decides, as its owner wants it.
     *
     * @param notMe true if the person said so, false if they pressed a wrong number. If true,
     *     everything else under way for the account ends too, no one is asked in Telegram for a
     *     while, and if the attempt had already reached a session, every session ends
     */
    @Transactional
    public void by(ChallengeId challenge, boolean notMe) {
        Optional<Attempt> attempt = attempts.decidedBy(challenge);
        if (notMe) {
            attempt.ifPresent(this::disown);
        } else {
            attempt.filter(Attempt::pending).ifPresent(this::deny);
        }
    }

    private void deny(Attempt attempt) {
        events.append(
                new SecondFactorFailed(
                        attempt.account(), attempt.id(), Method.TELEGRAM, FactorFailure.DENIED));
        attempts.end(attempt.id(), Outcome.DENIED);
    }

    private void disown(Attempt attempt) {
        // First: a client that finishes it by another factor has done so by now, or can no longer
        // do it.
        accounts.hold(attempt.account());
        attempts.disown(attempt.id()).ifPresent(before -> disown(attempt, before));
    }

    private void disown(Attempt attempt, Outcome before) {
        if (attempt.stepsUp() || before == Outcome.SIGNED_IN) {
            ending.all(attempt.account(), Outcome.DENIED);
        } else {
            attempts.endAll(attempt.account(), Outcome.DENIED);
        }
        events.append(new RefusedAsNotTheirs(attempt.account(), attempt.id(), Method.TELEGRAM));
    }
}
