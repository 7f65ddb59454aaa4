package io.countersign.identity.factor.phone.enrol;

import io.countersign.engine.send.SendOutcome;
import io.countersign.identity.account.Password;
import io.countersign.identity.caller.Caller;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.credential.ReenterOutcome;
import io.countersign.identity.credential.ReenterPassword;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.factor.phone.NumberFlaw;
import io.countersign.identity.factor.phone.NumberRead;
import io.countersign.identity.factor.phone.PendingPhone;
import io.countersign.identity.factor.phone.PhoneNumbers;
import io.countersign.identity.factor.phone.UsableNumber;
import io.countersign.identity.method.Offers;
import java.util.Locale;
import java.util.Optional;
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

    public AddPhoneOutcome begin(Caller caller, NewPhone wanted, Password password) {
        if (!offers.phoneWillDo(caller.account())) {
            return new AddPhoneOutcome.NotAlone();
        }
        return switch (numbers.read(wanted.number(), wanted.region())) {
            case NumberRead.Unusable(NumberFlaw flaw) -> new AddPhoneOutcome.NumberRefused(flaw);
            case NumberRead.Usable(UsableNumber number) ->
                    switch (reenter.check(caller.account(), password, caller.origin())) {
                        case ReenterOutcome.Refused refused ->
                                new AddPhoneOutcome.PasswordNotTaken(refused);
                        case ReenterOutcome.Right _ -> begin(caller, number, wanted);
                    };
        };
    }

    /** Sends the code again; empty where the session has no such phone under way. */
    public Optional<SendOutcome> resend(
            SignedIn who, FactorId phone, String address, Locale locale) {
        return enrolments
                .find(who, phone)
                .map(pending -> codes.send(who, pending, address, locale));
    }

    /** Forgets one that this session is adding; false where there is none such. */
    public boolean cancel(SignedIn who, FactorId phone) {
        return enrolments.cancel(who, phone);
    }

    private AddPhoneOutcome begin(Caller caller, UsableNumber number, NewPhone wanted) {
        return switch (enrolments.begin(caller.who(), number, wanted.name())) {
            case Enrolments.Begin.AlreadyAdded _ -> new AddPhoneOutcome.AlreadyAdded();
            case Enrolments.Begin.TooMany(int most) -> new AddPhoneOutcome.TooManyPhones(most);
            case Enrolments.Begin.Begun(PendingPhone pending) ->
                    new AddPhoneOutcome.Begun(
                            pending,
                            codes.send(
                                    caller.who(),
                                    pending,
                                    caller.origin().address(),
                                    wanted.locale()));
        };
    }
}
