package io.countersign.identity.change;

import io.countersign.identity.account.AccountId;

/** What a change to an account locks, and what it ends; all of it in the change's transaction. */
interface ChangeScope {

    /**
     * Locks the account, and keeps the session from ending, until the transaction ends; false where
     * the account may not be used, or the session has ended.
     */
    boolean hold(AccountId account, String session);

    /** Ends all other sessions, and all that would let a person in without every factor. */
    void endAllBut(String session, AccountId account);

    /** Rolls the transaction back. */
    void undo();
}
