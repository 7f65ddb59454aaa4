package io.countersign.identity.revocation;

import io.countersign.identity.account.AccountId;
import io.countersign.identity.account.AccountStatus;
import io.countersign.identity.account.Accounts;
import io.countersign.identity.attempt.Outcome;
import io.countersign.identity.event.SecurityEvent.AccountSuspended;
import io.countersign.identity.event.SecurityEvents;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Bars everyone from an account, including its owner: all sessions end, and no sign-in under way
 * can be finished.
 */
@Service
public class LockAccount {

    private final Accounts accounts;
    private final EndSessions ending;
    private final SecurityEvents events;

    LockAccount(Accounts accounts, EndSessions ending, SecurityEvents events) {
        this.accounts = accounts;
        this.ending = ending;
        this.events = events;
    }

    /** Until it is unlocked. */
    @Transactional
    public void lock(AccountId account) {
        bar(account, AccountStatus.LOCKED);
    }

    /** For good. */
    @Transactional
    public void disable(AccountId account) {
        bar(account, AccountStatus.DISABLED);
    }

    private void bar(AccountId account, AccountStatus status) {
        accounts.hold(account);
        accounts.setStatus(account, status);
        ending.all(account, Outcome.BARRED);
        events.append(new AccountSuspended(account, status));
    }
}
