package io.countersign.gateway.enrol;

import io.countersign.challenge.Method;
import io.countersign.gateway.account.Password;
import io.countersign.gateway.challenge.WrongCalls;
import io.countersign.gateway.factor.MethodStops;
import io.countersign.gateway.session.FactorChange;
import io.countersign.gateway.session.SignedIn;
import io.countersign.gateway.signin.Origin;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Lets calls be used again that too many wrong codes had switched off; all other sessions end, and
 * this one goes on under a new id.
 */
@Service
public class SwitchCallsOn {

    private final StepUp stepUp;
    private final FactorChange factorChange;
    private final MethodStops stops;
    private final WrongCalls wrongCalls;

    SwitchCallsOn(
            StepUp stepUp, FactorChange factorChange, MethodStops stops, WrongCalls wrongCalls) {
        this.stepUp = stepUp;
        this.factorChange = factorChange;
        this.stops = stops;
        this.wrongCalls = wrongCalls;
    }

    /** What became of it. */
    public sealed interface Outcome {

        record On() implements Outcome {}

        /** They were not off. */
        record NotOff() implements Outcome {}

        record StepUpFirst(StepUpOutcome.Refused refused) implements Outcome {}
    }

    public Outcome switchOn(
            SignedIn who,
            Password password,
            Origin origin,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (stepUp.check(who, password, origin)) {
            case StepUpOutcome.Refused refused -> new Outcome.StepUpFirst(refused);
            case StepUpOutcome.Granted _ ->
                    factorChange.replace(who, () -> started(who.account()), request, response)
                            ? new Outcome.On()
                            : new Outcome.NotOff();
        };
    }

    private boolean started(UUID account) {
        wrongCalls.forget(account);
        return stops.start(account, Method.CALL, MethodStops.Reason.WRONG_CODES);
    }
}
