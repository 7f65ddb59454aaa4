package io.countersign.identity.policy;

import io.countersign.identity.account.AccountId;

/**
 * Nobody has to have a second factor.
 *
 * @param hasOne whether everyone has one all the same
 */
public record NoDuty(boolean hasOne) implements SecondFactorDuty {

    @Override
    public boolean has(AccountId account) {
        return hasOne;
    }

    @Override
    public boolean unmet(AccountId account) {
        return false;
    }

    @Override
    public boolean onlyFallbacks(AccountId account) {
        return false;
    }
}
