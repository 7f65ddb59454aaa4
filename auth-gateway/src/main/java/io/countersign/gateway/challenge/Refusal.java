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
    private final Alarm alarm;
    private final Clock clock;

    Refusal(
            Accounts accounts,
            Attempts attempts,
            MethodStops stops,
            PromptLimits limits,
            Alarm alarm,
            Clock clock) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.stops = stops;
        this.limits = limits;
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
     * Ends the sign-in that the challenge decides, where that is still under way.
     *
     * @param notMe the person said so, rather than pressing a wrong number: whatever else is under
     *     way for the account ends too, and nobody is asked in Telegram for a while
     */
    @Transactional
    public void by(ChallengeId challenge, boolean notMe) {
        Optional<Attempt> attempt = attempts.decidedBy(challenge).filter(Attempt::pending);
        if (attempt.isEmpty()) {
            return;
        }
        alarm.refused(attempt.get(), notMe);
        if (notMe) {
            attempts.endAll(attempt.get().account(), Outcome.DENIED);
            stops.stop(
                    attempt.get().account(),
                    Method.TELEGRAM,
                    MethodStops.Reason.NOT_ME,
                    clock.instant().plus(limits.frozen()));
        } else {
            attempts.end(attempt.get().id(), Outcome.DENIED);
        }
    }
}
