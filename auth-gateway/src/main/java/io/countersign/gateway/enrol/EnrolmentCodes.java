package io.countersign.gateway.enrol;

import io.countersign.events.Purpose;
import io.countersign.gateway.challenge.AnswerChallenge;
import io.countersign.gateway.challenge.AnswerOutcome;
import io.countersign.gateway.challenge.Asked;
import io.countersign.gateway.challenge.OpenChallenge;
import io.countersign.gateway.challenge.SendOutcome;
import io.countersign.gateway.challenge.SmsMethod;
import io.countersign.gateway.phone.PendingPhone;
import io.countersign.gateway.phone.PendingPhones;
import io.countersign.gateway.session.SignedIn;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Codes that prove possession of a phone; each counts for the one phone under way. */
@Component
class EnrolmentCodes {

    private final OpenChallenge openChallenge;
    private final SmsMethod sms;
    private final AnswerChallenge answerChallenge;
    private final PendingPhones pendings;

    EnrolmentCodes(
            OpenChallenge openChallenge,
            SmsMethod sms,
            AnswerChallenge answerChallenge,
            PendingPhones pendings) {
        this.openChallenge = openChallenge;
        this.sms = sms;
        this.answerChallenge = answerChallenge;
        this.pendings = pendings;
    }

    SendOutcome send(SignedIn who, PendingPhone pending, String address, Locale locale) {
        UUID id = pending.phone().id();
        return openChallenge
                .open(
                        asked(who, pending, address, locale),
                        (before, fresh) -> pendings.decideBy(id, before, fresh))
                .map(asked -> sms.send(asked, pending.phone()))
                .orElseGet(SendOutcome.Barred::new);
    }

    AnswerOutcome answer(
            SignedIn who, PendingPhone pending, @Nullable String typed, String address) {
        return answerChallenge.by(sms, asked(who, pending, address, Locale.ROOT), typed);
    }

    private static Asked asked(SignedIn who, PendingPhone pending, String address, Locale locale) {
        return new Asked(
                Purpose.ENROLMENT,
                who.account(),
                pending.phone().id().toString(),
                pending.challenge(),
                address,
                locale.toLanguageTag());
    }
}
