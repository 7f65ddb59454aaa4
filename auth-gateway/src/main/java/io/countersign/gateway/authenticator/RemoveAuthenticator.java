package io.countersign.gateway.authenticator;

import io.countersign.gateway.account.Password;
import io.countersign.gateway.enrol.FactorAlerts;
import io.countersign.gateway.enrol.StepUp;
import io.countersign.gateway.enrol.StepUpOutcome;
import io.countersign.gateway.session.FactorChange;
import io.countersign.gateway.session.SignedIn;
import io.countersign.gateway.signin.Origin;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Disconnects an authenticator. */
@Service
public class RemoveAuthenticator {

    private final Authenticators authenticators;
    private final StepUp stepUp;
    private final FactorChange factorChange;
    private final FactorAlerts alerts;

    RemoveAuthenticator(
            Authenticators authenticators,
            StepUp stepUp,
            FactorChange factorChange,
            FactorAlerts alerts) {
        this.authenticators = authenticators;
        this.stepUp = stepUp;
        this.factorChange = factorChange;
        this.alerts = alerts;
    }

    /** What became of it. */
    public sealed interface Outcome {

        record Removed() implements Outcome {}

        /** The account has no such authenticator, or not any more. */
        record NoneSuch() implements Outcome {}

        /** They have not proven enough. */
        record StepUpFirst(StepUpOutcome.Refused refused) implements Outcome {}
    }

    /** All other sessions end with it; this one goes on under a new id. */
    public Outcome remove(
            SignedIn who,
            UUID id,
            Password password,
            Origin origin,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Authenticator> found = authenticators.find(who.account(), id);
        if (found.isEmpty()) {
            return new Outcome.NoneSuch();
        }
        return switch (stepUp.check(who, password, origin)) {
            case StepUpOutcome.Refused refused -> new Outcome.StepUpFirst(refused);
            case StepUpOutcome.Granted _ ->
                    factorChange.remove(
                                    who,
                                    alerts.removed(
                                            who.account(),
                                            found.get().factor(),
                                            request,
                                            () -> authenticators.remove(who.account(), id)),
                                    request,
                                    response)
                            ? new Outcome.Removed()
                            : new Outcome.NoneSuch();
        };
    }
}
