package io.countersign.gateway.enrol;

import io.countersign.gateway.account.Password;
import io.countersign.gateway.challenge.SecondFactor;
import io.countersign.gateway.session.SignedIn;
import io.countersign.gateway.signin.Origin;
import io.countersign.gateway.signin.ReenterOutcome;
import io.countersign.gateway.signin.ReenterPassword;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * The one rule for whoever wants to add or remove a factor: the password again and, where the
 * account has a factor, a second factor that was given a short while ago.
 */
@Component
public class StepUp {

    private final ReenterPassword reenterPassword;
    private final SecondFactor secondFactor;
    private final StepUpSettings settings;
    private final Clock clock;

    StepUp(
            ReenterPassword reenterPassword,
            SecondFactor secondFactor,
            StepUpSettings settings,
            Clock clock) {
        this.reenterPassword = reenterPassword;
        this.secondFactor = secondFactor;
        this.settings = settings;
        this.clock = clock;
    }

    /** Asks for both; a password that is looked at counts like one at sign-in. */
    public StepUpOutcome check(SignedIn who, Password password, Origin origin) {
        if (secondFactor.needed(who.account()) && !fresh(who)) {
            return new StepUpOutcome.SecondFactorTooOld();
        }
        return switch (reenterPassword.check(who.account(), password, origin)) {
            case ReenterOutcome.Right _ -> new StepUpOutcome.Granted();
            case ReenterOutcome.Wrong _ -> new StepUpOutcome.WrongPassword();
            case ReenterOutcome.TooMany(Instant retryAt) -> new StepUpOutcome.TooMany(retryAt);
        };
    }

    private boolean fresh(SignedIn who) {
        return who.secondFactorAt()
                .filter(given -> given.plus(settings.fresh()).isAfter(clock.instant()))
                .isPresent();
    }
}
