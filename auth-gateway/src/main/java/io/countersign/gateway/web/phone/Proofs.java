package io.countersign.gateway.web.phone;

import io.countersign.gateway.web.challenge.Journey;
import io.countersign.gateway.web.challenge.PageReader;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.factor.phone.PendingPhone;
import io.countersign.identity.factor.phone.PendingPhones;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The proofs of possession that are under way, as pages know them. */
@Component
class Proofs {

    /** Where a person goes who has nothing left to prove. */
    static final String GONE = "/security?gone";

    private final PendingPhones pendings;

    Proofs(PendingPhones pendings) {
        this.pendings = pendings;
    }

    Optional<PendingPhone> find(SignedIn who, FactorId phone) {
        return pendings.find(who.account(), who.attempt(), phone);
    }

    static Journey journey(FactorId phone) {
        return new Journey(
                "/security/phones/" + phone + "/proof",
                "/security?phone-added",
                "/security?proof-locked",
                GONE);
    }

    static PageReader reader(PendingPhone pending, Locale locale) {
        return new PageReader(
                journey(pending.phone().id()), List.of(pending.phone().factor()), locale);
    }
}
