package io.countersign.identity.factor.phone.enrol;

import io.countersign.engine.send.SendOutcome;
import io.countersign.identity.credential.ReenterOutcome;
import io.countersign.identity.factor.phone.NumberFlaw;
import io.countersign.identity.factor.phone.PendingPhone;

/** What became of asking to add a phone. */
public sealed interface AddPhoneOutcome {

    /** A code was asked for; the phone is a factor once that comes back. */
    record Begun(PendingPhone pending, SendOutcome sent) implements AddPhoneOutcome {}

    /** The number cannot be used. */
    record NumberRefused(NumberFlaw flaw) implements AddPhoneOutcome {}

    /**
     * Policy allows phones only beside something stronger, and the account has nothing stronger.
     */
    record NotAlone() implements AddPhoneOutcome {}

    /** The password that was asked for again was not accepted. */
    record PasswordNotTaken(ReenterOutcome.Refused refused) implements AddPhoneOutcome {}

    /** The number is a factor of this account; nothing was changed. */
    record AlreadyAdded() implements AddPhoneOutcome {}

    /** The account has as many phones as it can have. */
    record TooManyPhones(int most) implements AddPhoneOutcome {}
}
