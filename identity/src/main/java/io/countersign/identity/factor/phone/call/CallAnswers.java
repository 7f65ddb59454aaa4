package io.countersign.identity.factor.phone.call;

import io.countersign.challenge.Method;
import io.countersign.challenge.Pending;
import io.countersign.challenge.Round;
import io.countersign.engine.answer.SubmittedAnswer;
import io.countersign.engine.answer.Verification;
import io.countersign.engine.open.Codes;
import io.countersign.engine.send.CallSettings;
import io.countersign.events.Channel;
import io.countersign.events.content.CallEnding;
import io.countersign.events.content.OneTimeCode;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.factor.phone.Phones;
import io.countersign.identity.text.TypedCode;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads and verifies what answers a call: the number's ending, or the code of an SMS after it. */
@Component
class CallAnswers {

    private final Phones phones;
    private final CallEndings endings;
    private final WrongCalls wrongCalls;
    private final Codes codes;
    private final CallSettings settings;

    CallAnswers(
            Phones phones,
            CallEndings endings,
            WrongCalls wrongCalls,
            Codes codes,
            CallSettings settings) {
        this.phones = phones;
        this.endings = endings;
        this.wrongCalls = wrongCalls;
        this.codes = codes;
        this.settings = settings;
    }

    /** Four digits are a call's, six an SMS'. */
    Optional<SubmittedAnswer> read(AccountId account, String typed) {
        String digits = TypedCode.read(typed);
        if (CallEnding.isEnding(digits)) {
            return Optional.of(challenge -> verify(account, new CallEnding(digits), challenge));
        }
        return OneTimeCode.isCode(digits)
                ? Optional.of(challenge -> verify(account, new OneTimeCode(digits), challenge))
                : Optional.empty();
    }

    private Verification verify(AccountId account, CallEnding typed, Pending challenge) {
        if (wrongCalls.tooMany(account)) {
            return Verification.DoesNotMatch.plainly();
        }
        return endings.callFrom(typed, challenge)
                .map(round -> FactorId.of(round.factor()))
                .<Verification>map(
                        phone -> new Verification.Matches(() -> phones.used(account, phone)))
                .orElseGet(() -> new Verification.DoesNotMatch(() -> wrongCalls.add(account)));
    }

    private Verification verify(AccountId account, OneTimeCode typed, Pending challenge) {
        Optional<Round> told =
                challenge.rounds().stream()
                        .filter(
                                round ->
                                        round.route().contains(Channel.SMS)
                                                || settings.code() == CallSettings.Code.SPOKEN)
                        .reduce((_, later) -> later);
        if (told.isPresent() && codes.guess(typed, challenge.terms()).fits(challenge.code())) {
            FactorId phone = FactorId.of(told.get().factor());
            return new Verification.Matches(
                    settings.code() == CallSettings.Code.SPOKEN
                            ? Optional.empty()
                            : Optional.of(Method.SMS),
                    () -> phones.used(account, phone));
        }
        return Verification.DoesNotMatch.plainly();
    }
}
