package io.countersign.identity.factor.phone.enrol;

import io.countersign.challenge.Approved;
import io.countersign.engine.answer.AnswerOutcome;
import io.countersign.events.id.ChallengeId;
import io.countersign.identity.caller.Caller;
import io.countersign.identity.change.FactorChange;
import io.countersign.identity.change.FactorEdit;
import io.countersign.identity.event.Protection;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.factor.phone.PendingPhone;
import io.countersign.identity.factor.phone.PendingPhones;
import io.countersign.identity.factor.phone.Phone;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Adds a phone, second half: the code that went there comes back. */
@Service
public class ConfirmPhone {

    private final Enrolments enrolments;
    private final EnrolmentCodes codes;
    private final PendingPhones pendings;
    private final FactorChange factorChange;

    ConfirmPhone(
            Enrolments enrolments,
            EnrolmentCodes codes,
            PendingPhones pendings,
            FactorChange factorChange) {
        this.enrolments = enrolments;
        this.codes = codes;
        this.pendings = pendings;
        this.factorChange = factorChange;
    }

    /**
     * Judges the code. If it is right, the phone is a factor, all other sessions have ended, and
     * this one continues under a new id.
     *
     * @param typed as the person typed it
     */
    public ConfirmPhoneOutcome confirm(Caller caller, FactorId phone, @Nullable String typed) {
        Optional<PendingPhone> pending = enrolments.find(caller.who(), phone);
        if (pending.isEmpty()) {
            return new ConfirmPhoneOutcome.Gone();
        }
        AnswerOutcome answer =
                codes.answer(caller.who(), pending.get(), typed, caller.origin().address());
        return switch (answer) {
            case AnswerOutcome.Right(Approved approved) ->
                    confirm(caller, pending.get().phone(), approved.terms().id());
            case AnswerOutcome.Wrong _,
                    AnswerOutcome.NotACode _,
                    AnswerOutcome.NotOffered _,
                    AnswerOutcome.Exhausted _,
                    AnswerOutcome.Suspended _,
                    AnswerOutcome.Over _ ->
                    new ConfirmPhoneOutcome.NotConfirmed(answer);
        };
    }

    private ConfirmPhoneOutcome confirm(Caller caller, Phone phone, ChallengeId approved) {
        FactorEdit edit =
                FactorEdit.adding(
                        new Protection.Factors(List.of(phone.factor())),
                        () -> pendings.confirm(phone.id(), approved));
        boolean added = factorChange.add(caller, edit);
        return added ? new ConfirmPhoneOutcome.Confirmed() : new ConfirmPhoneOutcome.Gone();
    }
}
