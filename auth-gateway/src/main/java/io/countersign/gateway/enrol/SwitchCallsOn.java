package io.countersign.gateway.enrol;

import io.countersign.challenge.Method;
import io.countersign.gateway.account.Password;
import io.countersign.gateway.caller.Caller;
import io.countersign.gateway.challenge.WrongCalls;
import io.countersign.gateway.change.FactorEdit;
import io.countersign.gateway.event.Protection;
import io.countersign.gateway.factor.MethodStops;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Lets calls be used again that too many wrong codes had switched off. */
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

    public ChangeOutcome switchOn(Caller caller, Password password) {
        FactorEdit edit =
                FactorEdit.adding(
                        new Protection.ByMethod(Method.CALL), () -> started(caller.account()));
        return proven.make(caller, password, edit);
    }

    private boolean started(UUID account) {
        wrongCalls.forget(account);
        return stops.start(account, Method.CALL, MethodStops.Reason.WRONG_CODES);
    }
}
