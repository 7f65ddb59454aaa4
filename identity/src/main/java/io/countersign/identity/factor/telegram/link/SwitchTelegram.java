package io.countersign.identity.factor.telegram.link;

import io.countersign.challenge.Method;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.account.Password;
import io.countersign.identity.caller.Caller;
import io.countersign.identity.change.FactorEdit;
import io.countersign.identity.enrol.FactorChangeOutcome;
import io.countersign.identity.enrol.ProvenChange;
import io.countersign.identity.event.Protection;
import io.countersign.identity.method.stop.MethodStops;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Service;

/** Switches Telegram off and on for an account, whose Telegram accounts stay linked. */
@Service
public class SwitchTelegram {

    private final MethodStops stops;
    private final ProvenChange proven;

    SwitchTelegram(MethodStops stops, ProvenChange proven) {
        this.stops = stops;
        this.proven = proven;
    }

    /** Whether its owner has switched it off. */
    public boolean off(AccountId account) {
        return stops.stopped(account, Method.TELEGRAM, MethodStops.Reason.OWNER);
    }

    public FactorChangeOutcome to(boolean on, Caller caller, Password password) {
        Protection telegram = new Protection.ByMethod(Method.TELEGRAM);
        BooleanSupplier change = () -> to(on, caller.account());
        FactorEdit edit =
                on ? FactorEdit.adding(telegram, change) : FactorEdit.removing(telegram, change);
        return proven.make(caller, password, edit);
    }

    private boolean to(boolean on, AccountId account) {
        if (on) {
            return stops.start(account, Method.TELEGRAM, MethodStops.Reason.OWNER);
        }
        boolean was = !off(account);
        stops.stop(account, Method.TELEGRAM, MethodStops.Reason.OWNER, null);
        return was;
    }
}
