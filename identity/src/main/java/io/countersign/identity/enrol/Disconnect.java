package io.countersign.identity.enrol;

import io.countersign.identity.account.AccountId;
import io.countersign.identity.account.Password;
import io.countersign.identity.caller.Caller;
import io.countersign.identity.change.FactorEdit;
import io.countersign.identity.event.Protection;
import io.countersign.identity.factor.Factor;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.factor.NamedFactors;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Takes factors from an account: one, or all that it has. */
@Service
public class Disconnect {

    private final NamedFactors factors;
    private final ProvenChange proven;

    Disconnect(NamedFactors factors, ProvenChange proven) {
        this.factors = factors;
        this.proven = proven;
    }

    public FactorChangeOutcome one(Caller caller, FactorId id, Password password) {
        Optional<Factor> factor = factors.find(caller.account(), id);
        return factor.isEmpty()
                ? new FactorChangeOutcome.NothingToDo()
                : remove(caller, List.of(factor.get()), password);
    }

    /** Leaves the account with its password alone, and without recovery codes. */
    public FactorChangeOutcome all(Caller caller, Password password) {
        List<Factor> all = factors.of(caller.account());
        return all.isEmpty()
                ? new FactorChangeOutcome.NothingToDo()
                : remove(caller, all, password);
    }

    private FactorChangeOutcome remove(Caller caller, List<Factor> gone, Password password) {
        FactorEdit edit =
                FactorEdit.removing(
                        new Protection.Factors(gone), () -> remove(caller.account(), gone));
        return proven.make(caller, password, edit);
    }

    private boolean remove(AccountId account, List<Factor> gone) {
        boolean any = false;
        for (Factor factor : gone) {
            any |= factors.remove(account, factor.id());
        }
        return any;
    }
}
