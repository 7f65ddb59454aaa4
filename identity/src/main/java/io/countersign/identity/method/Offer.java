package io.countersign.identity.method;

import io.countersign.challenge.Method;
import io.countersign.identity.factor.Factor;
import io.countersign.identity.factor.FactorId;
import java.util.List;
import java.util.Optional;

/**
 * A method that an account can use now.
 *
 * @param factors what it can be used with, the one to try first at the front; never empty
 */
public record Offer(ProofMethod way, List<Factor> factors) {

    public Offer {
        factors = List.copyOf(factors);
    }

    public Method method() {
        return way.method();
    }

    /** Whether something has to be delivered before the person can answer. */
    public boolean delivered() {
        return way instanceof DeliveredMethod;
    }

    /** Whether the person answers by typing. */
    public boolean typed() {
        return way instanceof TypedMethod;
    }

    /** Whether the person answers elsewhere than where the question is shown. */
    public boolean decidedElsewhere() {
        return !typed();
    }

    Optional<Factor> factor(FactorId id) {
        return factors.stream().filter(factor -> factor.id().equals(id)).findFirst();
    }
}
