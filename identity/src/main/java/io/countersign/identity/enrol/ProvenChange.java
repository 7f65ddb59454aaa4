package io.countersign.identity.enrol;

import io.countersign.identity.account.Password;
import io.countersign.identity.caller.Caller;
import io.countersign.identity.change.FactorChange;
import io.countersign.identity.change.FactorEdit;
import io.countersign.identity.credential.ReenterOutcome;
import io.countersign.identity.credential.ReenterPassword;
import org.springframework.stereotype.Component;

/**
 * Makes a change for a person who gives the password again. All other sessions end; this one
 * continues under a new id, or ends too where the account needs a second factor and now has none.
 */
@Component
public class ProvenChange {

    private final ReenterPassword reenter;
    private final FactorChange factorChange;

    ProvenChange(ReenterPassword reenter, FactorChange factorChange) {
        this.reenter = reenter;
        this.factorChange = factorChange;
    }

    /** Asks for the proof, then changes. */
    public FactorChangeOutcome make(Caller caller, Password password, FactorEdit edit) {
        return switch (reenter.check(caller.account(), password, caller.origin())) {
            case ReenterOutcome.Refused refused ->
                    new FactorChangeOutcome.PasswordNotTaken(refused);
            case ReenterOutcome.Right _ ->
                    switch (factorChange.remove(caller, edit)) {
                        case DONE -> new FactorChangeOutcome.Done(false);
                        case DONE_AND_SESSION_ENDED -> new FactorChangeOutcome.Done(true);
                        case NOTHING -> new FactorChangeOutcome.NothingToDo();
                        case ONLY_FALLBACKS_LEFT -> new FactorChangeOutcome.OnlyFallbacksLeft();
                    };
        };
    }
}
