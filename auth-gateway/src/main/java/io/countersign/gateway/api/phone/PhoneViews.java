package io.countersign.gateway.api.phone;

import io.countersign.engine.send.SendOutcome;
import io.countersign.engine.status.ChallengeStatuses;
import io.countersign.gateway.api.ChallengeProblems;
import io.countersign.gateway.api.Problem;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.factor.phone.PendingPhone;
import io.countersign.identity.factor.phone.PendingPhones;
import io.countersign.identity.factor.phone.Phone;
import io.countersign.identity.factor.phone.Phones;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

@Component
class PhoneViews {

    private final Phones phones;
    private final PendingPhones pendings;
    private final ChallengeStatuses statuses;

    PhoneViews(Phones phones, PendingPhones pendings, ChallengeStatuses statuses) {
        this.phones = phones;
        this.pendings = pendings;
        this.statuses = statuses;
    }

    PhonesView all(SignedIn who) {
        return new PhonesView(
                phones.confirmed(who.account()).stream().map(PhoneView::of).toList(),
                pendings.of(who.account(), who.attempt()).stream()
                        .map(pending -> pending(pending, null))
                        .toList());
    }

    Optional<PhoneView> one(SignedIn who, FactorId phone) {
        return phones.find(who.account(), phone).map(PhoneView::of);
    }

    /** After a code was asked for. */
    Optional<PendingPhoneView> sent(SignedIn who, FactorId phone, SendOutcome outcome) {
        ProblemDetail problem = ChallengeProblems.of(outcome).map(Problem::detail).orElse(null);
        return pendings.find(who.account(), who.attempt(), phone)
                .map(pending -> pending(pending, problem));
    }

    private PendingPhoneView pending(PendingPhone pending, @Nullable ProblemDetail problem) {
        Phone phone = pending.phone();
        return new PendingPhoneView(
                phone.id(),
                phone.name(),
                phone.masked(),
                phone.region(),
                pending.expiresAt(),
                pending.challenge().flatMap(statuses::find).orElse(null),
                problem);
    }
}
