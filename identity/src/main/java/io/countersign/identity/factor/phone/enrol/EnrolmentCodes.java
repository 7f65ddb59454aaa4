package io.countersign.identity.factor.phone.enrol;

import io.countersign.engine.answer.AnswerOutcome;
import io.countersign.engine.open.ChallengeContext;
import io.countersign.engine.open.OpenChallenge;
import io.countersign.engine.send.SendOutcome;
import io.countersign.events.Purpose;
import io.countersign.identity.account.Accounts;
import io.countersign.identity.admission.NamedLocks;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.factor.phone.PendingPhone;
import io.countersign.identity.factor.phone.PendingPhones;
import io.countersign.identity.factor.phone.sms.SmsMethod;
import io.countersign.identity.ledger.GuessLedger;
import io.countersign.identity.method.AnswerChallenge;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Codes that prove possession of a phone; each counts for the one phone under way. */
@Component
class EnrolmentCodes {

    private final Accounts accounts;
    private final OpenChallenge openChallenge;
    private final SmsMethod sms;
    private final AnswerChallenge answerChallenge;
    private final GuessLedger ledger;
    private final NamedLocks turns;
    private final PendingPhones pendings;

    EnrolmentCodes(
            Accounts accounts,
            OpenChallenge openChallenge,
            SmsMethod sms,
            AnswerChallenge answerChallenge,
            GuessLedger ledger,
            NamedLocks turns,
            PendingPhones pendings) {
        this.accounts = accounts;
        this.openChallenge = openChallenge;
        this.sms = sms;
        this.answerChallenge = answerChallenge;
        this.ledger = ledger;
        this.turns = turns;
        this.pendings = pendings;
    }

    SendOutcome send(SignedIn who, PendingPhone pending, String address, Locale locale) {
        return ledger.reached(who.account(), bucket(who), sms.chance(who.account()))
                .<SendOutcome>map(SendOutcome.Rests::new)
                .orElseGet(() -> sent(who, pending, address, locale));
    }

    private SendOutcome sent(SignedIn who, PendingPhone pending, String address, Locale locale) {
        FactorId id = pending.phone().id();
        if (!accounts.active(who.account())) {
            return new SendOutcome.Suspended();
        }
        ChallengeContext asked =
                openChallenge.open(
                        asked(who, pending, address, locale),
                        (before, fresh) -> pendings.decideBy(id, before, fresh));
        return sms.send(asked, pending.phone());
    }

    AnswerOutcome answer(
            SignedIn who, PendingPhone pending, @Nullable String typed, String address) {
        ChallengeContext asked = asked(who, pending, address, Locale.ROOT);
        return turns.inTurn(who.account().value(), () -> answerChallenge.by(sms, asked, typed));
    }

    private static ChallengeContext asked(
            SignedIn who, PendingPhone pending, String address, Locale locale) {
        return new ChallengeContext(
                Purpose.ENROLMENT,
                who.account().value(),
                pending.phone().id().toString(),
                pending.challenge(),
                address,
                locale.toLanguageTag(),
                bucket(who));
    }

    /** A person who enrols is signed in: a stranger's guesses must not stop them. */
    private static Optional<UUID> bucket(SignedIn who) {
        return Optional.of(who.account().value());
    }
}
