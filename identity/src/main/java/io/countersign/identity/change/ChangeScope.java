package io.countersign.identity.change;

import io.countersign.identity.account.AccountId;

/** What a change to an account holds, and what it ends; all of it in the change's transaction. */
interface ChangeScope {

    /**
     * Keeps everybody else from the account, and the session from ending, to the end of the
     * transaction; false where the account may not be used, or the session has ended.
     */
    boolean hold(AccountId account, String session);

    /** Ends whatever else is signed in, or would let somebody in with less than everything. */
    void endAllBut(String session, AccountId account);

    /** Has nothing of the transaction stand. */
    void undo();
}
