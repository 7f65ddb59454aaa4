package io.countersign.gateway.enrol;

import io.countersign.challenge.Approved;
import io.countersign.events.ChallengeId;
import io.countersign.gateway.challenge.AnswerOutcome;
import io.countersign.gateway.phone.PendingPhone;
import io.countersign.gateway.phone.PendingPhones;
import io.countersign.gateway.phone.Phone;
import io.countersign.gateway.session.FactorChange;
import io.countersign.gateway.session.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Adds a phone, second half: the code that went there comes back. */
@Service
public class ConfirmPhone {

    private final Enrolments enrolments;
    private final EnrolmentCodes codes;
    private final PendingPhones pendings;
    private final FactorChange factorChange;
    private final FactorAlerts alerts;

    ConfirmPhone(
            Enrolments enrolments,
            EnrolmentCodes codes,
            PendingPhones pendings,
            FactorChange factorChange,
            FactorAlerts alerts) {
        this.enrolments = enrolments;
        this.codes = codes;
        this.pendings = pendings;
        this.factorChange = factorChange;
        this.alerts = alerts;
    }

    /**
     * Judges the code. When it is right the phone is a factor, all other sessions have ended, and
     * this one goes on under a new id.
     *
     * @param typed as the person typed it
     */
    public ConfirmPhoneOutcome confirm(
            SignedIn who,
            UUID phone,
            @Nullable String typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<PendingPhone> pending = enrolments.find(who, phone);
        if (pending.isEmpty()) {
            return new ConfirmPhoneOutcome.Gone();
        }
        AnswerOutcome answer = codes.answer(who, pending.get(), typed, request.getRemoteAddr());
        return switch (answer) {
            case AnswerOutcome.Right(Approved approved) ->
                    confirm(who, pending.get().phone(), approved.terms().id(), request, response);
            case AnswerOutcome.Wrong _,
                    AnswerOutcome.NotACode _,
                    AnswerOutcome.NotOffered _,
                    AnswerOutcome.Exhausted _,
                    AnswerOutcome.Barred _,
                    AnswerOutcome.Over _ ->
                    new ConfirmPhoneOutcome.NotConfirmed(answer);
        };
    }

    private ConfirmPhoneOutcome confirm(
            SignedIn who,
            Phone phone,
            ChallengeId approved,
            HttpServletRequest request,
            HttpServletResponse response) {
        BooleanSupplier change =
                alerts.added(
                        who.account(),
                        phone.factor(),
                        request,
                        () -> pendings.confirm(phone.id(), approved));
        boolean added = factorChange.add(who, change, request, response);
        return added ? new ConfirmPhoneOutcome.Confirmed() : new ConfirmPhoneOutcome.Gone();
    }
}
