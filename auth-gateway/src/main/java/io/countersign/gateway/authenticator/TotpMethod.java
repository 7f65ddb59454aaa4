package io.countersign.gateway.authenticator;

import io.countersign.challenge.Method;
import io.countersign.events.OneTimeCode;
import io.countersign.gateway.challenge.Guessed;
import io.countersign.gateway.challenge.Hint;
import io.countersign.gateway.challenge.Look;
import io.countersign.gateway.challenge.TypedMethod;
import io.countersign.gateway.factor.Factor;
import io.countersign.gateway.text.TypedCode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The code that one of the account's authenticators shows. */
@Component
class TotpMethod implements TypedMethod {

    /** For each authenticator: three of a million codes fit. */
    private static final double CHANCE = 3e-6;

    private final Authenticators authenticators;
    private final Clock clock;

    TotpMethod(Authenticators authenticators, Clock clock) {
        this.authenticators = authenticators;
        this.clock = clock;
    }

    @Override
    public Method method() {
        return Method.TOTP;
    }

    @Override
    public List<Factor> factors(UUID account) {
        return authenticators.factors(account);
    }

    @Override
    public double chance(UUID account) {
        return CHANCE * authenticators.of(account).size();
    }

    @Override
    public Optional<Guessed> read(UUID account, String typed) {
        String digits = TypedCode.read(typed);
        return OneTimeCode.isCode(digits)
                ? Optional.of(_ -> look(authenticators.of(account), digits))
                : Optional.empty();
    }

    private Look look(List<Authenticator> all, String code) {
        boolean fits = all.stream().anyMatch(each -> accept(each, code));
        return fits
                ? new Look.Fits()
                : new Look.DoesNotFit(
                        all.stream()
                                .map(each -> hint(each, code))
                                .flatMap(Optional::stream)
                                .findFirst());
    }

    private boolean accept(Authenticator authenticator, String code) {
        return Reading.of(authenticator, code, clock.instant())
                .acceptable()
                .anyMatch(step -> authenticators.accept(authenticator, step));
    }

    /**
     * Who hears that a code is of a time to come could wait for that time: so it will not be
     * accepted then.
     */
    private Optional<Hint> hint(Authenticator authenticator, String code) {
        Reading reading = Reading.of(authenticator, code, clock.instant());
        if (reading.acceptable().findAny().isPresent()) {
            return Optional.of(new Hint.UsedAlready());
        }
        Optional<Long> step = reading.elsewhere();
        step.filter(each -> each > reading.now())
                .ifPresent(each -> authenticators.refuse(authenticator, each, reading.now()));
        return step.map(each -> new Hint.ClockOff(reading.ahead(each)));
    }
}
