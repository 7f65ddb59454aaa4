package io.countersign.gateway.enrol;

import io.countersign.challenge.Method;
import io.countersign.gateway.account.Password;
import io.countersign.gateway.challenge.WrongCalls;
import io.countersign.gateway.factor.MethodStops;
import io.countersign.gateway.session.SignedIn;
import io.countersign.gateway.signin.Origin;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Lets calls be used again that too many wrong codes had switched off. */
@Service
public class SwitchCallsOn {

    private final StepUp stepUp;
    private final MethodStops stops;
    private final WrongCalls wrongCalls;
    private final TransactionOperations transactions;

    SwitchCallsOn(
            StepUp stepUp,
            MethodStops stops,
            WrongCalls wrongCalls,
            TransactionOperations transactions) {
        this.stepUp = stepUp;
        this.stops = stops;
        this.wrongCalls = wrongCalls;
        this.transactions = transactions;
    }

    /** What became of it. */
    public sealed interface Outcome {

        record On() implements Outcome {}

        /** They were not off. */
        record NotOff() implements Outcome {}

        record StepUpFirst(StepUpOutcome.Refused refused) implements Outcome {}
    }

    public Outcome switchOn(SignedIn who, Password password, Origin origin) {
        return switch (stepUp.check(who, password, origin)) {
            case StepUpOutcome.Refused refused -> new Outcome.StepUpFirst(refused);
            case StepUpOutcome.Granted _ -> started(who) ? new Outcome.On() : new Outcome.NotOff();
        };
    }

    private boolean started(SignedIn who) {
        return Boolean.TRUE.equals(
                transactions.execute(
                        _ -> {
                            wrongCalls.forget(who.account());
                            return stops.start(
                                    who.account(), Method.CALL, MethodStops.Reason.WRONG_CODES);
                        }));
    }
}
