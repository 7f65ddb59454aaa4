package io.countersign.identity.event;

import io.countersign.challenge.Method;
import io.countersign.identity.factor.Factor;
import java.util.List;

/** Something that an account is protected by. */
public sealed interface Protection {

    /** Factors that come or go in one. */
    record Factors(List<Factor> factors) implements Protection {

        public Factors {
            factors = List.copyOf(factors);
        }
    }

    /** A way to use factors that stay. */
    record ByMethod(Method method) implements Protection {}

    /** A way to use one factor that stays. */
    record ByFactor(Factor factor, Method method) implements Protection {}
}
