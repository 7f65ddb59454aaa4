package io.countersign.gateway.challenge;

import io.countersign.challenge.Method;
import io.countersign.gateway.factor.MethodRole;
import io.countersign.gateway.factor.MethodSettings;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Whether a phone can protect an account: where policy makes both its methods fallbacks, not alone.
 */
@Component
public class PhonesAlone {

    private final MethodSettings settings;
    private final Offers offers;

    PhonesAlone(MethodSettings settings, Offers offers) {
        this.settings = settings;
        this.offers = offers;
    }

    /**
     * Whether the account can sign in once it has a phone, with that or with what it has already.
     */
    public boolean enoughFor(UUID account) {
        return Stream.of(Method.SMS, Method.CALL)
                        .anyMatch(method -> settings.of(method) == MethodRole.PRIMARY)
                || !offers.choices(account).isEmpty();
    }
}
