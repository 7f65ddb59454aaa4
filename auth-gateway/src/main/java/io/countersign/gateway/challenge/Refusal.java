package io.countersign.gateway.challenge;

import io.countersign.challenge.Method;
import io.countersign.events.ChallengeId;
import io.countersign.gateway.account.Accounts;
import io.countersign.gateway.factor.MethodStops;
import io.countersign.gateway.signin.Attempt;
import io.countersign.gateway.signin.Attempts;
import io.countersign.gateway.signin.Outcome;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What follows when an attempt is refused, all of it or nothing. */
@Component
class Refusal {

    private final Accounts accounts;
    private final Attempts attempts;
    private final MethodStops stops;
    private final PromptLimits limits;
    private final Eviction eviction;
    private final Alarm alarm;
    private final Clock clock;

    Refusal(
            Accounts accounts,
            Attempts attempts,
            MethodStops stops,
            PromptLimits limits,
            Eviction eviction,
            Alarm alarm,
            Clock clock) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.stops = stops;
        this.limits = limits;
        this.eviction = eviction;
        this.alarm = alarm;
        this.clock = clock;
    }

    /**
     * Ends the attempt that the challenge decides if its account may not be used any more, and says
     * whether that is so.
     */
    boolean barred(ChallengeId challenge) {
        Optional<Attempt> barred =
                attempts.decidedBy(challenge)
                        .filter(attempt -> !accounts.active(attempt.account()));
        barred.ifPresent(attempt -> attempts.end(attempt.id(), Outcome.BARRED));
        return barred.isPresent();
    }

    /**
     * Ends the attempt that the challenge decides, as its owner wants it.
     *
     * @param notMe the person said so, rather than pressing a wrong number: whatever else is under
     *     way for the account ends too, nobody is asked in Telegram for a while, and where somebody
     *     is in a session already, every session ends
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
        alarm.refused(attempt, false);
        attempts.end(attempt.id(), Outcome.DENIED);
    }

    private void disown(Attempt attempt) {
        // First of all: whoever finishes it by another factor has done so, or cannot any more.
        accounts.hold(attempt.account());
        attempts.disown(attempt.id()).ifPresent(before -> disown(attempt, before));
    }

    private void disown(Attempt attempt, Outcome before) {
        if (attempt.stepsUp() || before == Outcome.SIGNED_IN) {
            eviction.all(attempt.account(), Outcome.DENIED);
        } else {
            attempts.endAll(attempt.account(), Outcome.DENIED);
        }
        stops.stop(
                attempt.account(),
                Method.TELEGRAM,
                MethodStops.Reason.NOT_ME,
                clock.instant().plus(limits.frozen()));
        alarm.refused(attempt, true);
    }
}
