package io.countersign.identity.policy;

import io.countersign.identity.account.AccountId;

/**
 * Knows which accounts have a second factor, which must have one, and which factors are not enough
 * alone.
 */
public interface SecondFactorDuty {

    /** Whether the account has one, usable now or not. */
    boolean has(AccountId account);

    /** Whether the account has to have one and has none. */
    boolean unmet(AccountId account);

    /** Whether it has some, but none that may be used without a stronger one. */
    boolean onlyFallbacks(AccountId account);
}
