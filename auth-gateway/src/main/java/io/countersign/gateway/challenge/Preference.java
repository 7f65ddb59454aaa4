package io.countersign.gateway.challenge;

import io.countersign.challenge.Method;
import io.countersign.gateway.factor.PreferredMethods;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Lets people say which method they want to be asked for first. */
@Service
public class Preference {

    private final Offers offers;
    private final PreferredMethods preferred;

    Preference(Offers offers, PreferredMethods preferred) {
        this.offers = offers;
        this.preferred = preferred;
    }

    /** What they can choose from, the safest first. */
    public List<Method> choices(UUID account) {
        return offers.choices(account);
    }

    /** Empty for whoever leaves it to us, and where the account cannot use it any more. */
    public Optional<Method> of(UUID account) {
        return preferred.of(account).filter(choices(account)::contains);
    }

    /** False where the account cannot use the method. */
    public boolean prefer(UUID account, Method method) {
        boolean possible = choices(account).contains(method);
        if (possible) {
            preferred.prefer(account, method);
        }
        return possible;
    }

    /** The safest comes first again. */
    public void leaveToUs(UUID account) {
        preferred.prefer(account, null);
    }
}
