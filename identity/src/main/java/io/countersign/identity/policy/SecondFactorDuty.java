package io.countersign.identity.policy;

import java.util.UUID;

/** Knows who has a second factor, who has to have one, and what is none by itself. */
public interface SecondFactorDuty {

    /** Whether the account has one, usable now or not. */
    boolean has(UUID account);

    /** Whether the account has to have one and has none. */
    boolean unmet(UUID account);

    /** Whether it has some, but none that may be used without a stronger one. */
    boolean onlyFallbacks(UUID account);
}
