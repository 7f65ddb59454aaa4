package io.countersign.identity.factor.totp;

import io.countersign.challenge.Method;
import io.countersign.engine.answer.Hint;
import io.countersign.engine.answer.Settlement;
import io.countersign.engine.answer.SubmittedAnswer;
import io.countersign.engine.answer.Verification;
import io.countersign.events.content.OneTimeCode;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.factor.Factor;
import io.countersign.identity.method.MethodRole;
import io.countersign.identity.method.MethodSettings;
import io.countersign.identity.method.TypedMethod;
import io.countersign.identity.text.TypedCode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The code that one of the account's authenticators shows. */
@Component
class TotpMethod implements TypedMethod {

    /** For each authenticator: three of a million codes fit. */
    private static final double CHANCE = 3e-6;

    private final ActiveAuthenticators authenticators;
    private final Clock clock;

    TotpMethod(ActiveAuthenticators authenticators, Clock clock) {
        this.authenticators = authenticators;
        this.clock = clock;
    }

    @Override
    public Method method() {
        return Method.TOTP;
    }

    @Override
    public String word() {
        return "totp";
    }

    @Override
    public int rank() {
        return 20;
    }

    @Override
    public MethodRole role(MethodSettings settings) {
        return settings.totp();
    }

    @Override
    public List<Factor> factors(AccountId account) {
        return authenticators.of(account).stream().map(Authenticator::factor).toList();
    }

    @Override
    public double chance(AccountId account) {
        return CHANCE * authenticators.of(account).size();
    }

    @Override
    public Optional<SubmittedAnswer> read(AccountId account, String typed) {
        String digits = TypedCode.read(typed);
        return OneTimeCode.isCode(digits)
                ? Optional.of(_ -> verify(authenticators.of(account), digits))
                : Optional.empty();
    }

    private Verification verify(List<Authenticator> all, String code) {
        Instant now = clock.instant();
        return first(all, each -> match(each, TotpCheck.of(each, code, now)))
                .or(() -> first(all, each -> hint(each, TotpCheck.of(each, code, now))))
                .orElseGet(Verification.DoesNotMatch::plainly);
    }

    private static Optional<Verification> first(
            List<Authenticator> all, Function<Authenticator, Optional<Verification>> of) {
        return all.stream().map(of).flatMap(Optional::stream).findFirst();
    }

    private Optional<Verification> match(Authenticator authenticator, TotpCheck reading) {
        return reading.acceptable()
                .filter(step -> authenticators.takes(authenticator, step))
                .mapToObj(
                        step ->
                                (Verification)
                                        new Verification.Matches(accept(authenticator, step)))
                .findFirst();
    }

    private Settlement accept(Authenticator authenticator, long step) {
        return () -> authenticators.accept(authenticator, step);
    }

    /**
     * A guesser who learns that a code belongs to a future time could wait for that time, so it
     * will not be accepted then.
     */
    private Optional<Verification> hint(Authenticator authenticator, TotpCheck reading) {
        if (reading.acceptable().findAny().isPresent()) {
            return Optional.of(wrong(new Hint.UsedAlready(), Settlement.NOTHING));
        }
        return reading.elsewhere()
                .map(
                        step ->
                                wrong(
                                        new Hint.ClockOff(reading.ahead(step)),
                                        step > reading.now()
                                                ? () ->
                                                        authenticators.refuse(
                                                                authenticator, step, reading.now())
                                                : Settlement.NOTHING));
    }

    private static Verification wrong(Hint hint, Settlement then) {
        return new Verification.DoesNotMatch(Optional.of(hint), then);
    }
}
