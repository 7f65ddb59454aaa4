package io.countersign.identity.event;

import io.countersign.challenge.Method;
import io.countersign.identity.factor.Factor;
import java.util.List;

/** Something that protects an account. */
public sealed interface Protection {

    /** Factors that are added or removed together. */
    record Factors(List<Factor> factors) implements Protection {

        public Factors {
            factors = List.copyOf(factors);
        }
    }

    /** A way to use factors; the factors themselves stay. */
    record ByMethod(Method method) implements Protection {}

    /** A way to use one factor; the factor itself stays. */
    record ByFactor(Factor factor, Method method) implements Protection {}
}
