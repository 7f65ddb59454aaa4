package io.countersign.identity.factor.phone.call;

import io.countersign.challenge.Method;
import io.countersign.engine.answer.SubmittedAnswer;
import io.countersign.engine.open.ChallengeContext;
import io.countersign.engine.send.SendChallenge;
import io.countersign.engine.send.SendOutcome;
import io.countersign.events.Channel;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.factor.Factor;
import io.countersign.identity.factor.phone.Phone;
import io.countersign.identity.factor.phone.Phones;
import io.countersign.identity.factor.phone.ServedRegions;
import io.countersign.identity.method.DeliveredMethod;
import io.countersign.identity.method.MethodRole;
import io.countersign.identity.method.MethodSettings;
import io.countersign.identity.method.TypedMethod;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A call to one of the account's phones. The last four digits of the calling number are the code;
 * calls that do not arrive are followed by an SMS with a code of six digits, which counts as well.
 */
@Component
class CallMethod implements DeliveredMethod, TypedMethod {

    private final Phones phones;
    private final ServedRegions served;
    private final WrongCalls wrongCalls;
    private final CallPlan plan;
    private final CallAnswers answers;
    private final SendChallenge sendChallenge;

    CallMethod(
            Phones phones,
            ServedRegions served,
            WrongCalls wrongCalls,
            CallPlan plan,
            CallAnswers answers,
            SendChallenge sendChallenge) {
        this.phones = phones;
        this.served = served;
        this.wrongCalls = wrongCalls;
        this.plan = plan;
        this.answers = answers;
        this.sendChallenge = sendChallenge;
    }

    @Override
    public Method method() {
        return Method.CALL;
    }

    @Override
    public String word() {
        return "call";
    }

    @Override
    public int rank() {
        return 40;
    }

    @Override
    public MethodRole role(MethodSettings settings) {
        return settings.call();
    }

    @Override
    public Channel channel() {
        return Channel.VOICE;
    }

    @Override
    public List<Factor> factors(AccountId account) {
        return phones.serving(account, method());
    }

    @Override
    public List<Factor> usable(AccountId account) {
        return wrongCalls.tooMany(account) ? List.of() : factors(account);
    }

    @Override
    public SendOutcome send(ChallengeContext asked, Factor factor) {
        Optional<Phone> phone = phones.find(new AccountId(asked.account()), factor.id());
        if (phone.isEmpty()) {
            return new SendOutcome.NotOffered();
        }
        if (!served.contains(phone.get().region())) {
            return new SendOutcome.CountryNotServed();
        }
        return sendChallenge.send(asked, challenge -> plan.of(asked, phone.get(), challenge));
    }

    @Override
    public Optional<SubmittedAnswer> read(AccountId account, String typed) {
        return answers.read(account, typed);
    }

    /**
     * The chance for six digits; for four, which are far easier to guess, there is a rule of its
     * own.
     */
    @Override
    public double chance(AccountId account) {
        return 1e-6;
    }
}
