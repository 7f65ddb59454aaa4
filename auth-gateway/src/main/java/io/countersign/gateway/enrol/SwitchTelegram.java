package io.countersign.gateway.enrol;

import io.countersign.challenge.Method;
import io.countersign.gateway.account.Password;
import io.countersign.gateway.caller.Caller;
import io.countersign.gateway.factor.MethodStops;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Service;

/** Switches Telegram off and on for an account, whose Telegram accounts stay linked. */
@Service
public class SwitchTelegram {

    private final MethodStops stops;
    private final ProvenChange proven;
    private final FactorAlerts alerts;

    SwitchTelegram(MethodStops stops, ProvenChange proven, FactorAlerts alerts) {
        this.stops = stops;
        this.proven = proven;
        this.alerts = alerts;
    }

    /** Whether its owner has switched it off. */
    public boolean off(UUID account) {
        return stops.stopped(account, Method.TELEGRAM, MethodStops.Reason.OWNER);
    }

    public ChangeOutcome to(boolean on, Caller caller, Password password) {
        BooleanSupplier change =
                alerts.switched(
                        on,
                        caller.account(),
                        Method.TELEGRAM,
                        caller.origin(),
                        () -> to(on, caller.account()));
        return proven.make(caller, password, change);
    }

    private boolean to(boolean on, UUID account) {
        if (on) {
            return stops.start(account, Method.TELEGRAM, MethodStops.Reason.OWNER);
        }
        boolean was = !off(account);
        stops.stop(account, Method.TELEGRAM, MethodStops.Reason.OWNER, null);
        return was;
    }
}
