package io.countersign.identity.change;

import io.countersign.identity.account.AccountId;
import io.countersign.identity.account.Accounts;
import io.countersign.identity.caller.SessionKeys;
import io.countersign.identity.revocation.EndSessions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** The scope of a change in the database, in the thread's transaction. */
@Component
class TransactionScope implements ChangeScope {

    private final Accounts accounts;
    private final SessionKeys keys;
    private final EndSessions ending;

    TransactionScope(Accounts accounts, SessionKeys keys, EndSessions ending) {
        this.accounts = accounts;
        this.keys = keys;
        this.ending = ending;
    }

    @Override
    public boolean hold(AccountId account, String session) {
        return accounts.hold(account) && keys.hold(session);
    }

    @Override
    public void endAllBut(String session, AccountId account) {
        ending.allBut(session, account);
    }

    @Override
    public void undo() {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
    }
}
