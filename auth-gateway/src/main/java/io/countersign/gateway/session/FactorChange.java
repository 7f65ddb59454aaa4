package io.countersign.gateway.session;

import io.countersign.gateway.account.Accounts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Changes a factor and, in the same transaction, ends whatever the old set of factors let in: every
 * other session of the account, every sign-in under way, every known device. Only the session that
 * makes the change goes on, under a new id.
 */
@Service
public class FactorChange {

    private final Accounts accounts;
    private final Sessions sessions;
    private final EndSessions ending;
    private final SecondFactorDuty duty;
    private final SessionKeys keys;
    private final List<AfterFactorChange> afterwards;

    FactorChange(
            Accounts accounts,
            Sessions sessions,
            EndSessions ending,
            SecondFactorDuty duty,
            SessionKeys keys,
            List<AfterFactorChange> afterwards) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.ending = ending;
        this.duty = duty;
        this.keys = keys;
        this.afterwards = afterwards;
    }

    /**
     * Adds a factor that was just proven, which is a second factor for this session too.
     *
     * @param change stores it; says whether it did
     * @return false when it did not, or when session or account have ended meanwhile
     */
    @Transactional
    public boolean add(
            SignedIn who,
            BooleanSupplier change,
            HttpServletRequest request,
            HttpServletResponse response) {
        boolean added = make(who.account(), change, request) == Removal.DONE;
        if (added) {
            sessions.renewWithSecond(request, response);
        }
        return added;
    }

    /**
     * Removes a factor, or has it serve for less. Where the account has to have one and that was
     * the last, this session ends too: the person comes back by setting one up.
     *
     * @param change makes it; says whether it did
     */
    @Transactional
    public Removal remove(
            SignedIn who,
            BooleanSupplier change,
            HttpServletRequest request,
            HttpServletResponse response) {
        Removal made = make(who.account(), change, request);
        if (made == Removal.DONE) {
            goOnOrEnd(who.account(), request, response);
        }
        return made;
    }

    /**
     * Replaces the password.
     *
     * @param change stores it; says whether it did
     * @return false when it did not, or when session or account have ended meanwhile
     */
    @Transactional
    public boolean replace(
            SignedIn who,
            BooleanSupplier change,
            HttpServletRequest request,
            HttpServletResponse response) {
        boolean replaced = make(who.account(), change, request) == Removal.DONE;
        if (replaced) {
            sessions.renew(request, response);
        }
        return replaced;
    }

    /**
     * Nothing but fallbacks would be no way in, so that is never how an account comes out of it.
     */
    private Removal make(UUID account, BooleanSupplier change, HttpServletRequest request) {
        String own = request.getSession().getId();
        if (!accounts.hold(account) || !keys.hold(own)) {
            return Removal.NOTHING;
        }
        boolean before = duty.onlyFallbacks(account);
        if (!change.getAsBoolean()) {
            return Removal.NOTHING;
        }
        if (!before && duty.onlyFallbacks(account)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Removal.ONLY_FALLBACKS_LEFT;
        }
        afterwards.forEach(each -> each.factorsChanged(account));
        ending.allBut(own, account);
        return Removal.DONE;
    }

    private void goOnOrEnd(UUID account, HttpServletRequest request, HttpServletResponse response) {
        if (duty.unmet(account)) {
            sessions.endOwn(request, response);
        } else {
            sessions.renew(request, response);
        }
    }
}
