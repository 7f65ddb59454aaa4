package io.countersign.gateway.enrol;

import io.countersign.challenge.Method;
import io.countersign.gateway.account.Password;
import io.countersign.gateway.caller.Caller;
import io.countersign.gateway.challenge.WrongCalls;
import io.countersign.gateway.factor.MethodStops;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Service;

/** Lets calls be used again that too many wrong codes had switched off. */
@Service
public class SwitchCallsOn {

    private final MethodStops stops;
    private final WrongCalls wrongCalls;
    private final ProvenChange proven;
    private final FactorAlerts alerts;

    SwitchCallsOn(
            MethodStops stops, WrongCalls wrongCalls, ProvenChange proven, FactorAlerts alerts) {
        this.stops = stops;
        this.wrongCalls = wrongCalls;
        this.proven = proven;
        this.alerts = alerts;
    }

    public ChangeOutcome switchOn(Caller caller, Password password) {
        BooleanSupplier change =
                alerts.switched(
                        true,
                        caller.account(),
                        Method.CALL,
                        caller.origin(),
                        () -> started(caller.account()));
        return proven.make(caller, password, change);
    }

    private boolean started(UUID account) {
        wrongCalls.forget(account);
        return stops.start(account, Method.CALL, MethodStops.Reason.WRONG_CODES);
    }
}
