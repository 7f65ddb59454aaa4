package io.countersign.gateway.enrol;

import io.countersign.challenge.Method;
import io.countersign.gateway.account.Password;
import io.countersign.gateway.challenge.WrongCalls;
import io.countersign.gateway.factor.MethodStops;
import io.countersign.gateway.session.SignedIn;
import io.countersign.gateway.signin.Origin;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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

    public ChangeOutcome switchOn(
            SignedIn who,
            Password password,
            Origin origin,
            HttpServletRequest request,
            HttpServletResponse response) {
        BooleanSupplier change =
                alerts.switched(
                        true, who.account(), Method.CALL, request, () -> started(who.account()));
        return proven.make(who, password, origin, change, request, response);
    }

    private boolean started(UUID account) {
        wrongCalls.forget(account);
        return stops.start(account, Method.CALL, MethodStops.Reason.WRONG_CODES);
    }
}
