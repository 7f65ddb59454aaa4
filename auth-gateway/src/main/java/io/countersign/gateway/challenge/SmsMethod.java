package io.countersign.gateway.challenge;

import io.countersign.challenge.Method;
import io.countersign.challenge.Pending;
import io.countersign.challenge.Round;
import io.countersign.events.Channel;
import io.countersign.events.OneTimeCode;
import io.countersign.gateway.factor.Factor;
import io.countersign.gateway.phone.Phone;
import io.countersign.gateway.phone.Phones;
import io.countersign.gateway.phone.ServedRegions;
import io.countersign.gateway.text.TypedCode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A code by SMS to one of the account's phones. */
@Component
public class SmsMethod implements DeliveredMethod, TypedMethod {

    private final Phones phones;
    private final ServedRegions served;
    private final LimitRules limits;
    private final PhoneSteps steps;
    private final SendRound sendRound;
    private final Codes codes;

    SmsMethod(
            Phones phones,
            ServedRegions served,
            LimitRules limits,
            PhoneSteps steps,
            SendRound sendRound,
            Codes codes) {
        this.phones = phones;
        this.served = served;
        this.limits = limits;
        this.steps = steps;
        this.sendRound = sendRound;
        this.codes = codes;
    }

    @Override
    public Method method() {
        return Method.SMS;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public List<Factor> factors(UUID account) {
        return phones.serving(account, method());
    }

    @Override
    public SendOutcome send(Asked asked, Factor factor) {
        return phones.find(asked.account(), factor.id())
                .map(phone -> send(asked, phone))
                .orElseGet(SendOutcome.NotOffered::new);
    }

    /** Sends to a phone that need not be a factor yet; each resend carries the same code. */
    public SendOutcome send(Asked asked, Phone phone) {
        if (!served.contains(phone.region())) {
            return new SendOutcome.CountryNotServed();
        }
        return sendRound.send(asked, challenge -> Optional.of(sending(asked, phone, challenge)));
    }

    @Override
    public Optional<SubmittedAnswer> read(UUID account, String typed) {
        String digits = TypedCode.read(typed);
        return OneTimeCode.isCode(digits)
                ? Optional.of(challenge -> verify(account, new OneTimeCode(digits), challenge))
                : Optional.empty();
    }

    @Override
    public double chance(UUID account) {
        return 1e-6;
    }

    private Sending sending(Asked asked, Phone phone, Pending challenge) {
        Leg leg = new Leg(phone.id(), List.of(steps.sms(challenge, phone)));
        return new Sending(
                Method.SMS, limits.of(asked.account(), phone, asked.address()), List.of(leg));
    }

    /** A code that was never sent is not right, whatever it is. */
    private Verification verify(UUID account, OneTimeCode typed, Pending challenge) {
        Optional<Round> texted =
                challenge.rounds().stream()
                        .filter(round -> round.route().contains(Channel.SMS))
                        .reduce((_, later) -> later);
        if (texted.isPresent() && codes.guess(typed, challenge.terms()).fits(challenge.code())) {
            UUID phone = UUID.fromString(texted.get().factor());
            return new Verification.Matches(() -> phones.used(account, phone));
        }
        return Verification.DoesNotMatch.plainly();
    }
}
