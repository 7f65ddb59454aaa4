package io.countersign.gateway.api.phone;

import io.countersign.engine.answer.AnswerOutcome;
import io.countersign.engine.send.SendOutcome;
import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.api.ChallengeProblems;
import io.countersign.gateway.api.PasswordProblems;
import io.countersign.gateway.api.Problem;
import io.countersign.gateway.api.ProblemType;
import io.countersign.identity.account.Password;
import io.countersign.identity.attempt.Origin;
import io.countersign.identity.caller.Caller;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.credential.ReenterOutcome;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.factor.phone.NumberFlaw;
import io.countersign.identity.factor.phone.PendingPhone;
import io.countersign.identity.factor.phone.enrol.AddPhone;
import io.countersign.identity.factor.phone.enrol.AddPhoneOutcome;
import io.countersign.identity.factor.phone.enrol.ConfirmPhone;
import io.countersign.identity.factor.phone.enrol.ConfirmPhoneOutcome;
import io.countersign.identity.factor.phone.enrol.NewPhone;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Adds phones: a code goes to the number and comes back. */
@RestController
@RequestMapping("/api/v1/phones")
class EnrolmentResource {

    private final AddPhone addPhone;
    private final ConfirmPhone confirmPhone;
    private final PhoneViews views;

    EnrolmentResource(AddPhone addPhone, ConfirmPhone confirmPhone, PhoneViews views) {
        this.addPhone = addPhone;
        this.confirmPhone = confirmPhone;
        this.views = views;
    }

    /**
     * The phone to add. Does not print.
     *
     * @param number national, or international with {@code +}
     * @param region ISO 3166 country of a national number
     * @param name what to call it; the masked number where there is none
     * @param password the person's own, given again
     */
    record AddRequest(
            @Nullable String number,
            @Nullable String region,
            @Nullable String name,
            @Nullable String password) {

        NewPhone phone(Locale locale) {
            return new NewPhone(
                    Objects.requireNonNullElse(number, ""),
                    region,
                    Objects.requireNonNullElse(name, ""),
                    locale);
        }

        @Override
        public String toString() {
            return "AddRequest[••••••]";
        }
    }

    /** The code as typed. Does not print. */
    record ConfirmRequest(@Nullable String code) {

        @Override
        public String toString() {
            return "ConfirmRequest[••••••]";
        }
    }

    /** Begins, and sends a code to the number. */
    @OpenTo(Access.ABOUT_TO_ENROL)
    @PostMapping
    ResponseEntity<Object> add(Caller caller, @RequestBody AddRequest body, Locale locale) {
        Password password = new Password(Objects.requireNonNullElse(body.password(), ""));
        AddPhoneOutcome outcome = addPhone.begin(caller, body.phone(locale), password);
        return switch (outcome) {
            case AddPhoneOutcome.Begun(PendingPhone pending, SendOutcome sent) ->
                    accepted(caller.who(), pending.phone().id(), sent);
            case AddPhoneOutcome.NumberRefused(NumberFlaw flaw) ->
                    Problem.of(ProblemType.NUMBER_REFUSED).with("flaw", flaw).answer();
            case AddPhoneOutcome.PasswordNotTaken(ReenterOutcome.Refused refused) ->
                    PasswordProblems.of(refused).answer();
            case AddPhoneOutcome.NotAlone _ -> Problem.of(ProblemType.ONLY_FALLBACKS_LEFT).answer();
            case AddPhoneOutcome.AlreadyAdded _ ->
                    Problem.of(ProblemType.PHONE_ALREADY_ADDED).answer();
            case AddPhoneOutcome.TooManyPhones(int most) ->
                    Problem.of(ProblemType.TOO_MANY_PHONES).with("most", most).answer();
        };
    }

    /** Sends the code again. */
    @OpenTo(Access.ENROLLING)
    @PostMapping("/{id}/send")
    ResponseEntity<Object> send(
            SignedIn who, @PathVariable FactorId id, Locale locale, Origin origin) {
        Optional<SendOutcome> sent = addPhone.resend(who, id, origin.address(), locale);
        if (sent.isEmpty()) {
            return Problem.of(ProblemType.PHONE_NOT_FOUND).answer();
        }
        return ChallengeProblems.of(sent.get())
                .map(Problem::answer)
                .orElseGet(() -> accepted(who, id, sent.get()));
    }

    /**
     * Makes it a factor by the right code; all other sessions end, this one continues under a new
     * id and with a second factor.
     */
    @OpenTo(Access.ENROLLING)
    @PostMapping("/{id}/confirm")
    ResponseEntity<Object> confirm(
            Caller caller, @PathVariable FactorId id, @RequestBody ConfirmRequest body) {
        return switch (confirmPhone.confirm(caller, id, body.code())) {
            case ConfirmPhoneOutcome.Confirmed _ ->
                    ResponseEntity.of(views.one(caller.who(), id).map(Object.class::cast));
            case ConfirmPhoneOutcome.NotConfirmed(AnswerOutcome answer) ->
                    ChallengeProblems.of(answer).orElseThrow().answer();
            case ConfirmPhoneOutcome.Gone _ -> Problem.of(ProblemType.PHONE_NOT_FOUND).answer();
        };
    }

    /** Forgets it before it is a factor. */
    @OpenTo(Access.ENROLLING)
    @PostMapping("/{id}/cancel")
    ResponseEntity<Object> cancel(SignedIn who, @PathVariable FactorId id) {
        return addPhone.cancel(who, id)
                ? ResponseEntity.noContent().build()
                : Problem.of(ProblemType.PHONE_NOT_FOUND).answer();
    }

    private ResponseEntity<Object> accepted(SignedIn who, FactorId phone, SendOutcome sent) {
        return views.sent(who, phone, sent)
                .<ResponseEntity<Object>>map(view -> ResponseEntity.accepted().body(view))
                .orElseGet(() -> Problem.of(ProblemType.PHONE_NOT_FOUND).answer());
    }
}
