package io.countersign.gateway.enrol;

import io.countersign.challenge.Method;
import io.countersign.gateway.account.Password;
import io.countersign.gateway.factor.MethodStops;
import io.countersign.gateway.session.SignedIn;
import io.countersign.gateway.signin.Origin;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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

    public ChangeOutcome to(
            boolean on,
            SignedIn who,
            Password password,
            Origin origin,
            HttpServletRequest request,
            HttpServletResponse response) {
        BooleanSupplier change =
                alerts.switched(
                        on, who.account(), Method.TELEGRAM, request, () -> to(on, who.account()));
        return proven.make(who, password, origin, change, request, response);
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
