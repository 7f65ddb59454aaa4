package io.countersign.gateway.enrol;

import io.countersign.gateway.account.Password;
import io.countersign.gateway.challenge.Offers;
import io.countersign.gateway.challenge.SendOutcome;
import io.countersign.gateway.phone.NumberFlaw;
import io.countersign.gateway.phone.NumberRead;
import io.countersign.gateway.phone.PendingPhone;
import io.countersign.gateway.phone.PhoneNumbers;
import io.countersign.gateway.phone.UsableNumber;
import io.countersign.gateway.session.SignedIn;
import io.countersign.gateway.signin.Origin;
import io.countersign.gateway.signin.ReenterOutcome;
import io.countersign.gateway.signin.ReenterPassword;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Adds a phone, first half: whose number is it? A code goes there. */
@Service
public class AddPhone {

    private final PhoneNumbers numbers;
    private final ReenterPassword reenter;
    private final Enrolments enrolments;
    private final EnrolmentCodes codes;
    private final Offers offers;

    AddPhone(
            PhoneNumbers numbers,
            ReenterPassword reenter,
            Enrolments enrolments,
            EnrolmentCodes codes,
            Offers offers) {
        this.offers = offers;
        this.numbers = numbers;
        this.reenter = reenter;
        this.enrolments = enrolments;
        this.codes = codes;
    }

    public AddPhoneOutcome begin(SignedIn who, NewPhone wanted, Password password, Origin origin) {
        if (!offers.phoneWillDo(who.account())) {
            return new AddPhoneOutcome.NotAlone();
        }
        return switch (numbers.read(wanted.number(), wanted.region())) {
            case NumberRead.Unusable(NumberFlaw flaw) -> new AddPhoneOutcome.NumberRefused(flaw);
            case NumberRead.Usable(UsableNumber number) ->
                    switch (reenter.check(who.account(), password, origin)) {
                        case ReenterOutcome.Refused refused ->
                                new AddPhoneOutcome.PasswordNotTaken(refused);
                        case ReenterOutcome.Right _ -> begin(who, number, wanted, origin);
                    };
        };
    }

    /** Sends the code once more; empty where the session has no such phone under way. */
    public Optional<SendOutcome> resend(SignedIn who, UUID phone, String address, Locale locale) {
        return enrolments
                .find(who, phone)
                .map(pending -> codes.send(who, pending, address, locale));
    }

    /** Forgets one that this session is adding; false where there is none such. */
    public boolean cancel(SignedIn who, UUID phone) {
        return enrolments.cancel(who, phone);
    }

    private AddPhoneOutcome begin(
            SignedIn who, UsableNumber number, NewPhone wanted, Origin origin) {
        return switch (enrolments.begin(who, number, wanted.name())) {
            case Enrolments.Begin.AlreadyAdded _ -> new AddPhoneOutcome.AlreadyAdded();
            case Enrolments.Begin.TooMany(int most) -> new AddPhoneOutcome.TooManyPhones(most);
            case Enrolments.Begin.Begun(PendingPhone pending) ->
                    new AddPhoneOutcome.Begun(
                            pending, codes.send(who, pending, origin.address(), wanted.locale()));
        };
    }
}
