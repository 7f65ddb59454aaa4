package io.countersign.gateway.recovery;

import io.countersign.gateway.challenge.Offers;
import io.countersign.gateway.change.AfterFactorChange;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes the recovery codes from an account that has lost its last factor: there is no way back. */
@Component
class NoneWithoutFactor implements AfterFactorChange {

    private final Offers offers;
    private final RecoveryCodes codes;

    NoneWithoutFactor(Offers offers, RecoveryCodes codes) {
        this.offers = offers;
        this.codes = codes;
    }

    @Override
    public void factorsChanged(UUID account) {
        if (!offers.hasFactor(account)) {
            codes.remove(account);
        }
    }
}
