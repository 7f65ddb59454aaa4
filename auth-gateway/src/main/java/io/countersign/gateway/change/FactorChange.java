package io.countersign.gateway.change;

import io.countersign.gateway.caller.Caller;
import io.countersign.gateway.caller.SessionChange;
import io.countersign.gateway.policy.SecondFactorDuty;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes a factor and, in the same transaction, ends whatever the old set of factors let in: every
 * other session of the account, every sign-in under way, every known device. Only the session that
 * makes the change goes on, under a new id.
 */
@Service
public class FactorChange {

    private final ChangeScope scope;
    private final SecondFactorDuty duty;
    private final List<AfterFactorChange> afterwards;

    FactorChange(ChangeScope scope, SecondFactorDuty duty, List<AfterFactorChange> afterwards) {
        this.scope = scope;
        this.duty = duty;
        this.afterwards = afterwards;
    }

    /**
     * Adds a factor that was just proven, which is a second factor for this session too.
     *
     * @param change stores it; says whether it did
     * @return false when it did not, or when session or account have ended meanwhile
     */
    @Transactional
    public boolean add(Caller caller, BooleanSupplier change) {
        boolean added = make(caller, change) == Removal.DONE;
        if (added) {
            caller.session().become(new SessionChange.RenewedWithSecondFactor());
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
    public Removal remove(Caller caller, BooleanSupplier change) {
        Removal made = make(caller, change);
        if (made == Removal.DONE) {
            caller.session()
                    .become(
                            duty.unmet(caller.account())
                                    ? new SessionChange.Ended()
                                    : new SessionChange.Renewed());
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
    public boolean replace(Caller caller, BooleanSupplier change) {
        boolean replaced = make(caller, change) == Removal.DONE;
        if (replaced) {
            caller.session().become(new SessionChange.Renewed());
        }
        return replaced;
    }

    /**
     * Nothing but fallbacks would be no way in, so that is never how an account comes out of it.
     */
    private Removal make(Caller caller, BooleanSupplier change) {
        UUID account = caller.account();
        String own = caller.session().id();
        if (!scope.hold(account, own)) {
            return Removal.NOTHING;
        }
        boolean before = duty.onlyFallbacks(account);
        if (!change.getAsBoolean()) {
            return Removal.NOTHING;
        }
        if (!before && duty.onlyFallbacks(account)) {
            scope.undo();
            return Removal.ONLY_FALLBACKS_LEFT;
        }
        afterwards.forEach(each -> each.factorsChanged(account));
        scope.endAllBut(own, account);
        return Removal.DONE;
    }
}
