package io.countersign.identity.factor.phone.call;

import io.countersign.identity.account.AccountId;

/** Counts the wrong digits that were entered for calls to an account. */
interface CountedCalls {

    /** Counts one more; returns how many there are now. */
    int add(AccountId account);

    /** Starts again from none. */
    void forget(AccountId account);
}
