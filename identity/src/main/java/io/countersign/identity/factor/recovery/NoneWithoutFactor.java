package io.countersign.identity.factor.recovery;

import io.countersign.identity.event.SecurityEvent.ProtectionChanged;
import io.countersign.identity.method.Offers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes the recovery codes from an account that has lost its last factor: there is no way back. */
@Component
class NoneWithoutFactor {

    private final Offers offers;
    private final RecoveryCodes codes;

    NoneWithoutFactor(Offers offers, RecoveryCodes codes) {
        this.offers = offers;
        this.codes = codes;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ProtectionChanged event) {
        if (!offers.hasFactor(event.account())) {
            codes.remove(event.account());
        }
    }
}
