package io.countersign.gateway.enrol;

import io.countersign.gateway.account.Password;
import io.countersign.gateway.session.FactorChange;
import io.countersign.gateway.session.SignedIn;
import io.countersign.gateway.signin.Origin;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/**
 * Makes a change for who has proven enough. All other sessions end with it; this one goes on under
 * a new id, or ends too where the account may not be without a second factor and now is.
 */
@Component
class ProvenChange {

    private final StepUp stepUp;
    private final FactorChange factorChange;

    ProvenChange(StepUp stepUp, FactorChange factorChange) {
        this.stepUp = stepUp;
        this.factorChange = factorChange;
    }

    /**
     * Asks for the proof, then changes.
     *
     * @param change makes it, in a transaction; says whether it did
     */
    ChangeOutcome make(
            SignedIn who,
            Password password,
            Origin origin,
            BooleanSupplier change,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (stepUp.check(who, password, origin)) {
            case StepUpOutcome.Refused refused -> new ChangeOutcome.StepUpFirst(refused);
            case StepUpOutcome.Granted _ ->
                    switch (factorChange.remove(who, change, request, response)) {
                        case DONE -> new ChangeOutcome.Done();
                        case NOTHING -> new ChangeOutcome.NothingToDo();
                        case ONLY_FALLBACKS_LEFT -> new ChangeOutcome.OnlyFallbacksLeft();
                    };
        };
    }
}
