package io.countersign.gateway.challenge;

import io.countersign.challenge.Method;
import io.countersign.challenge.Pending;
import io.countersign.challenge.Round;
import io.countersign.events.OneTimeCode;
import io.countersign.gateway.factor.Factor;
import io.countersign.gateway.phone.Phone;
import io.countersign.gateway.phone.Phones;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A code by SMS to one of the account's phones. */
@Component
public class SmsMethod implements DeliveredMethod, TypedMethod {

    private final Phones phones;
    private final SendCode sendCode;
    private final Codes codes;

    SmsMethod(Phones phones, SendCode sendCode, Codes codes) {
        this.phones = phones;
        this.sendCode = sendCode;
        this.codes = codes;
    }

    @Override
    public Method method() {
        return Method.SMS;
    }

    @Override
    public List<Factor> factors(UUID account) {
        return phones.confirmed(account).stream().map(Phone::factor).toList();
    }

    @Override
    public SendOutcome send(Asked asked, Factor factor) {
        return phones.find(asked.account(), factor.id())
                .map(phone -> sendCode.bySms(asked, phone))
                .orElseGet(SendOutcome.NotOffered::new);
    }

    /** Spaces and hyphens between the digits do not count. */
    @Override
    public Optional<Guessed> read(UUID account, String typed) {
        String digits = typed.replaceAll("[ -]", "");
        return OneTimeCode.isCode(digits)
                ? Optional.of(challenge -> look(account, new OneTimeCode(digits), challenge))
                : Optional.empty();
    }

    @Override
    public double chance(UUID account) {
        return 1e-6;
    }

    /** A code that was never sent is not right, whatever it is. */
    private Look look(UUID account, OneTimeCode typed, Pending challenge) {
        Optional<Round> texted =
                challenge.rounds().stream()
                        .filter(round -> round.method() == Method.SMS)
                        .reduce((_, later) -> later);
        boolean fits =
                texted.isPresent() && codes.guess(typed, challenge.terms()).fits(challenge.code());
        if (fits) {
            phones.used(account, UUID.fromString(texted.get().factor()));
        }
        return Look.of(fits);
    }
}
