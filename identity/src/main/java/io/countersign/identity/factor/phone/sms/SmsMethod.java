package io.countersign.identity.factor.phone.sms;

import io.countersign.challenge.Method;
import io.countersign.challenge.Pending;
import io.countersign.challenge.Round;
import io.countersign.engine.answer.SubmittedAnswer;
import io.countersign.engine.answer.Verification;
import io.countersign.engine.open.ChallengeContext;
import io.countersign.engine.open.Codes;
import io.countersign.engine.send.DeliveryPlan;
import io.countersign.engine.send.PlannedRoute;
import io.countersign.engine.send.SendChallenge;
import io.countersign.engine.send.SendOutcome;
import io.countersign.events.Channel;
import io.countersign.events.content.OneTimeCode;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.factor.Factor;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.factor.phone.Phone;
import io.countersign.identity.factor.phone.PhoneLimits;
import io.countersign.identity.factor.phone.PhoneSteps;
import io.countersign.identity.factor.phone.Phones;
import io.countersign.identity.factor.phone.ServedRegions;
import io.countersign.identity.method.DeliveredMethod;
import io.countersign.identity.method.MethodRole;
import io.countersign.identity.method.MethodSettings;
import io.countersign.identity.method.TypedMethod;
import io.countersign.identity.text.TypedCode;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A code by SMS to one of the account's phones. */
@Component
public class SmsMethod implements DeliveredMethod, TypedMethod {

    private final Phones phones;
    private final ServedRegions served;
    private final PhoneLimits limits;
    private final PhoneSteps steps;
    private final SendChallenge sendChallenge;
    private final Codes codes;

    SmsMethod(
            Phones phones,
            ServedRegions served,
            PhoneLimits limits,
            PhoneSteps steps,
            SendChallenge sendChallenge,
            Codes codes) {
        this.phones = phones;
        this.served = served;
        this.limits = limits;
        this.steps = steps;
        this.sendChallenge = sendChallenge;
        this.codes = codes;
    }

    @Override
    public Method method() {
        return Method.SMS;
    }

    @Override
    public String word() {
        return "sms";
    }

    @Override
    public int rank() {
        return 30;
    }

    @Override
    public MethodRole role(MethodSettings settings) {
        return settings.sms();
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public List<Factor> factors(AccountId account) {
        return phones.serving(account, method());
    }

    @Override
    public SendOutcome send(ChallengeContext asked, Factor factor) {
        return phones.find(new AccountId(asked.account()), factor.id())
                .map(phone -> send(asked, phone))
                .orElseGet(SendOutcome.NotOffered::new);
    }

    /** Sends to a phone that need not be a factor yet; each resend carries the same code. */
    public SendOutcome send(ChallengeContext asked, Phone phone) {
        if (!served.contains(phone.region())) {
            return new SendOutcome.CountryNotServed();
        }
        return sendChallenge.send(
                asked, challenge -> Optional.of(sending(asked, phone, challenge)));
    }

    @Override
    public Optional<SubmittedAnswer> read(AccountId account, String typed) {
        String digits = TypedCode.read(typed);
        return OneTimeCode.isCode(digits)
                ? Optional.of(challenge -> verify(account, new OneTimeCode(digits), challenge))
                : Optional.empty();
    }

    @Override
    public double chance(AccountId account) {
        return 1e-6;
    }

    private DeliveryPlan sending(ChallengeContext asked, Phone phone, Pending challenge) {
        PlannedRoute planned =
                new PlannedRoute(phone.id().value(), List.of(steps.sms(challenge, phone)));
        return new DeliveryPlan(
                Method.SMS,
                limits.of(new AccountId(asked.account()), phone, asked.address()),
                List.of(planned));
    }

    /** A code that was never sent is not right, whatever it is. */
    private Verification verify(AccountId account, OneTimeCode typed, Pending challenge) {
        Optional<Round> texted =
                challenge.rounds().stream()
                        .filter(round -> round.route().contains(Channel.SMS))
                        .reduce((_, later) -> later);
        if (texted.isPresent() && codes.guess(typed, challenge.terms()).fits(challenge.code())) {
            FactorId phone = FactorId.of(texted.get().factor());
            return new Verification.Matches(() -> phones.used(account, phone));
        }
        return Verification.DoesNotMatch.plainly();
    }
}
