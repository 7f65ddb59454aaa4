package io.countersign.identity.revocation;

import io.countersign.identity.account.AccountId;
import io.countersign.identity.account.Accounts;
import io.countersign.identity.attempt.Attempts;
import io.countersign.identity.attempt.KnownDevices;
import io.countersign.identity.attempt.Outcome;
import io.countersign.identity.remembered.RememberedDevices;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends what is signed in to an account, and what would let a person in without every factor, in the
 * caller's transaction.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class EndSessions {

    private final Accounts accounts;
    private final Attempts attempts;
    private final KnownDevices devices;
    private final RememberedDevices remembered;
    private final FindByIndexNameSessionRepository<?> stored;

    EndSessions(
            Accounts accounts,
            Attempts attempts,
            KnownDevices devices,
            RememberedDevices remembered,
            FindByIndexNameSessionRepository<?> stored) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.devices = devices;
        this.remembered = remembered;
        this.stored = stored;
    }

    /** Ends every session, every sign-in under way, and makes every device a stranger. */
    public void all(AccountId account) {
        all(account, Outcome.CANCELLED);
    }

    /**
     * The same.
     *
     * @param underWay how unfinished attempts end
     */
    public void all(AccountId account, Outcome underWay) {
        accounts.hold(account);
        allBut(null, account, underWay);
    }

    /** The same for all sessions but one, of an account that is held already. */
    public void allBut(@Nullable String own, AccountId account) {
        allBut(own, account, Outcome.CANCELLED);
    }

    private void allBut(@Nullable String own, AccountId account, Outcome underWay) {
        attempts.endAll(account, underWay);
        devices.forget(account);
        remembered.forgetAll(account);
        stored.findByPrincipalName(account.toString()).keySet().stream()
                .filter(id -> !id.equals(own))
                .forEach(stored::deleteById);
    }
}
