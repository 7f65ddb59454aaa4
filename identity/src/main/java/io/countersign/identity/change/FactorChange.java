package io.countersign.identity.change;

import io.countersign.identity.account.AccountId;
import io.countersign.identity.caller.Caller;
import io.countersign.identity.caller.SessionChange;
import io.countersign.identity.event.SecurityEvent;
import io.countersign.identity.event.SecurityEvent.ProtectionChanged;
import io.countersign.identity.event.SecurityEvents;
import io.countersign.identity.policy.SecondFactorDuty;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes a factor and, in the same transaction, ends everything that the old set of factors let
 * in: every other session of the account, every sign-in under way, every known device. Only the
 * session that makes the change continues, under a new id.
 */
@Service
public class FactorChange {

    private final ChangeScope scope;
    private final SecondFactorDuty duty;
    private final SecurityEvents events;

    FactorChange(ChangeScope scope, SecondFactorDuty duty, SecurityEvents events) {
        this.scope = scope;
        this.duty = duty;
        this.events = events;
    }

    /**
     * Adds a factor that was just proven, which also counts as a second factor for this session.
     *
     * @return false when it was not added, or when session or account have ended meanwhile
     */
    @Transactional
    public boolean add(Caller caller, FactorEdit edit) {
        boolean added = make(caller, edit) == Removal.DONE;
        if (added) {
            caller.session().become(new SessionChange.RenewedWithSecondFactor());
        }
        return added;
    }

    /**
     * Removes a factor, or has it serve for less. If the account must have one and that was the
     * last, this session ends too, and the person has to set one up on the next sign-in.
     */
    @Transactional
    public Removal remove(Caller caller, FactorEdit edit) {
        Removal made = make(caller, edit);
        if (made != Removal.DONE) {
            return made;
        }
        if (duty.unmet(caller.account())) {
            caller.session().become(new SessionChange.Ended());
            return Removal.DONE_AND_SESSION_ENDED;
        }
        caller.session().become(new SessionChange.Renewed());
        return Removal.DONE;
    }

    /**
     * Replaces the password.
     *
     * @param change stores it; returns whether it did
     * @return false when it was not stored, or when session or account have ended meanwhile
     */
    @Transactional
    public boolean replace(Caller caller, BooleanSupplier change) {
        boolean replaced = make(caller, FactorEdit.ofNoFactor(change)) == Removal.DONE;
        if (replaced) {
            caller.session().become(new SessionChange.Renewed());
        }
        return replaced;
    }

    /** An account with nothing but fallbacks has no way in, so no change may leave it like that. */
    private Removal make(Caller caller, FactorEdit edit) {
        AccountId account = caller.account();
        String own = caller.session().id();
        if (!scope.hold(account, own)) {
            return Removal.NOTHING;
        }
        boolean had = duty.has(account);
        boolean fallbacksBefore = duty.onlyFallbacks(account);
        if (!edit.make().getAsBoolean()) {
            return Removal.NOTHING;
        }
        if (!fallbacksBefore && duty.onlyFallbacks(account)) {
            scope.undo();
            return Removal.ONLY_FALLBACKS_LEFT;
        }
        tell(caller, edit, had);
        events.append(new ProtectionChanged(account));
        scope.endAllBut(own, account);
        return Removal.DONE;
    }

    private void tell(Caller caller, FactorEdit edit, boolean had) {
        boolean has = duty.has(caller.account());
        edit.turns().stream().map(turn -> event(caller, turn, had, has)).forEach(events::append);
    }

    private static SecurityEvent event(
            Caller caller, FactorEdit.Turn turn, boolean had, boolean has) {
        return switch (turn) {
            case FactorEdit.Turn.Added(var what) ->
                    new SecurityEvent.FactorAdded(
                            caller.account(), what, !had && has, caller.origin());
            case FactorEdit.Turn.Removed(var what) ->
                    new SecurityEvent.FactorRemoved(caller.account(), what, !has, caller.origin());
        };
    }
}
