package io.countersign.identity.factor.phone.call;

import io.countersign.challenge.Method;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.account.Password;
import io.countersign.identity.caller.Caller;
import io.countersign.identity.change.FactorEdit;
import io.countersign.identity.enrol.FactorChangeOutcome;
import io.countersign.identity.enrol.ProvenChange;
import io.countersign.identity.event.Protection;
import io.countersign.identity.method.stop.MethodStops;
import org.springframework.stereotype.Service;

/** Switches calls on again after too many wrong codes switched them off. */
@Service
public class SwitchCallsOn {

    private final MethodStops stops;
    private final WrongCalls wrongCalls;
    private final ProvenChange proven;

    SwitchCallsOn(MethodStops stops, WrongCalls wrongCalls, ProvenChange proven) {
        this.stops = stops;
        this.wrongCalls = wrongCalls;
        this.proven = proven;
    }

    public FactorChangeOutcome switchOn(Caller caller, Password password) {
        FactorEdit edit =
                FactorEdit.adding(
                        new Protection.ByMethod(Method.CALL), () -> started(caller.account()));
        return proven.make(caller, password, edit);
    }

    private boolean started(AccountId account) {
        wrongCalls.forget(account);
        return stops.start(account, Method.CALL, MethodStops.Reason.WRONG_CODES);
    }
}
