package io.countersign.gateway.enrol;

import io.countersign.gateway.account.Password;
import io.countersign.gateway.factor.Factor;
import io.countersign.gateway.factor.NamedFactors;
import io.countersign.gateway.session.SignedIn;
import io.countersign.gateway.signin.Origin;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Service;

/** Takes factors from an account: one, or all that it has. */
@Service
public class Disconnect {

    private final NamedFactors factors;
    private final ProvenChange proven;
    private final FactorAlerts alerts;

    Disconnect(NamedFactors factors, ProvenChange proven, FactorAlerts alerts) {
        this.factors = factors;
        this.proven = proven;
        this.alerts = alerts;
    }

    public ChangeOutcome one(
            SignedIn who,
            UUID id,
            Password password,
            Origin origin,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Factor> factor = factors.find(who.account(), id);
        return factor.isEmpty()
                ? new ChangeOutcome.NothingToDo()
                : remove(who, List.of(factor.get()), password, origin, request, response);
    }

    /** Leaves the account with its password alone, and without recovery codes. */
    public ChangeOutcome all(
            SignedIn who,
            Password password,
            Origin origin,
            HttpServletRequest request,
            HttpServletResponse response) {
        List<Factor> all = factors.of(who.account());
        return all.isEmpty()
                ? new ChangeOutcome.NothingToDo()
                : remove(who, all, password, origin, request, response);
    }

    private ChangeOutcome remove(
            SignedIn who,
            List<Factor> gone,
            Password password,
            Origin origin,
            HttpServletRequest request,
            HttpServletResponse response) {
        BooleanSupplier change =
                alerts.removed(who.account(), gone, request, () -> remove(who.account(), gone));
        return proven.make(who, password, origin, change, request, response);
    }

    private boolean remove(UUID account, List<Factor> gone) {
        boolean any = false;
        for (Factor factor : gone) {
            any |= factors.remove(account, factor.id());
        }
        return any;
    }
}
