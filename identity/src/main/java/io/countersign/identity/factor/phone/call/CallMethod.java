package io.countersign.identity.factor.phone.call;

import io.countersign.challenge.Method;
import io.countersign.challenge.Pending;
import io.countersign.challenge.Round;
import io.countersign.engine.answer.SubmittedAnswer;
import io.countersign.engine.answer.Verification;
import io.countersign.engine.open.ChallengeContext;
import io.countersign.engine.open.Codes;
import io.countersign.engine.send.CallSettings;
import io.countersign.engine.send.DeliveryPlan;
import io.countersign.engine.send.PlannedRoute;
import io.countersign.engine.send.PlannedStep;
import io.countersign.engine.send.SendChallenge;
import io.countersign.engine.send.SendOutcome;
import io.countersign.events.CallEnding;
import io.countersign.events.Channel;
import io.countersign.events.OneTimeCode;
import io.countersign.identity.factor.Factor;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * A call to one of the account's phones. The last four digits of the calling number are the code;
 * what follows calls that did not arrive is an SMS with a code of six digits, which counts as well.
 */
@Component
class CallMethod implements DeliveredMethod, TypedMethod {

    private final Phones phones;
    private final ServedRegions served;
    private final PhoneLimits limits;
    private final PhoneSteps steps;
    private final CallsMade callsMade;
    private final CallEndings endings;
    private final WrongCalls wrongCalls;
    private final SendChallenge sendRound;
    private final Codes codes;
    private final CallSettings settings;
    private final MethodSettings methods;

    CallMethod(
            Phones phones,
            ServedRegions served,
            PhoneLimits limits,
            PhoneSteps steps,
            CallsMade callsMade,
            CallEndings endings,
            WrongCalls wrongCalls,
            SendChallenge sendRound,
            Codes codes,
            CallSettings settings,
            MethodSettings methods) {
        this.phones = phones;
        this.served = served;
        this.limits = limits;
        this.steps = steps;
        this.callsMade = callsMade;
        this.endings = endings;
        this.wrongCalls = wrongCalls;
        this.sendRound = sendRound;
        this.codes = codes;
        this.settings = settings;
        this.methods = methods;
    }

    @Override
    public Method method() {
        return Method.CALL;
    }

    @Override
    public Channel channel() {
        return Channel.VOICE;
    }

    @Override
    public List<Factor> factors(UUID account) {
        return phones.serving(account, method());
    }

    @Override
    public List<Factor> usable(UUID account) {
        return wrongCalls.tooMany(account) ? List.of() : factors(account);
    }

    @Override
    public SendOutcome send(ChallengeContext asked, Factor factor) {
        Optional<Phone> phone = phones.find(asked.account(), factor.id());
        if (phone.isEmpty()) {
            return new SendOutcome.NotOffered();
        }
        if (!served.contains(phone.get().region())) {
            return new SendOutcome.CountryNotServed();
        }
        return sendRound.send(asked, challenge -> sending(asked, phone.get(), challenge));
    }

    /** Four digits are a call's, six an SMS'. */
    @Override
    public Optional<SubmittedAnswer> read(UUID account, String typed) {
        String digits = TypedCode.read(typed);
        if (CallEnding.isEnding(digits)) {
            return Optional.of(challenge -> verify(account, new CallEnding(digits), challenge));
        }
        return OneTimeCode.isCode(digits)
                ? Optional.of(challenge -> verify(account, new OneTimeCode(digits), challenge))
                : Optional.empty();
    }

    /** That of six digits; for the far likelier four there is a rule of its own. */
    @Override
    public double chance(UUID account) {
        return 1e-6;
    }

    /** Empty where no call is left, and the phone's owner wants no SMS there. */
    private Optional<DeliveryPlan> sending(ChallengeContext asked, Phone phone, Pending challenge) {
        int left = settings.most() - callsMade.in(challenge);
        List<PlannedStep> route = new ArrayList<>();
        if (left > 0) {
            route.add(steps.call(challenge, phone, left));
        }
        if (phone.uses().texts() && (methods.of(Method.SMS) != MethodRole.OFF || left <= 0)) {
            route.add(steps.sms(challenge, phone));
        }
        return route.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new DeliveryPlan(
                                Method.CALL,
                                limits.of(asked.account(), phone, asked.address()),
                                List.of(new PlannedRoute(phone.id(), route))));
    }

    private Verification verify(UUID account, CallEnding typed, Pending challenge) {
        if (wrongCalls.tooMany(account)) {
            return Verification.DoesNotMatch.plainly();
        }
        return endings.callFrom(typed, challenge)
                .map(round -> UUID.fromString(round.factor()))
                .<Verification>map(
                        phone -> new Verification.Matches(() -> phones.used(account, phone)))
                .orElseGet(() -> new Verification.DoesNotMatch(() -> wrongCalls.add(account)));
    }

    private Verification verify(UUID account, OneTimeCode typed, Pending challenge) {
        Optional<Round> told =
                challenge.rounds().stream()
                        .filter(
                                round ->
                                        round.route().contains(Channel.SMS)
                                                || settings.code() == CallSettings.Code.SPOKEN)
                        .reduce((_, later) -> later);
        if (told.isPresent() && codes.guess(typed, challenge.terms()).fits(challenge.code())) {
            UUID phone = UUID.fromString(told.get().factor());
            return new Verification.Matches(
                    settings.code() == CallSettings.Code.SPOKEN
                            ? Optional.empty()
                            : Optional.of(Method.SMS),
                    () -> phones.used(account, phone));
        }
        return Verification.DoesNotMatch.plainly();
    }
}
