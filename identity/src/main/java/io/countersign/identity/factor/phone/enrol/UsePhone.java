package io.countersign.identity.factor.phone.enrol;

import io.countersign.challenge.Method;
import io.countersign.identity.account.Password;
import io.countersign.identity.caller.Caller;
import io.countersign.identity.change.FactorEdit;
import io.countersign.identity.change.FactorEdit.Turn;
import io.countersign.identity.enrol.FactorChangeOutcome;
import io.countersign.identity.enrol.ProvenChange;
import io.countersign.identity.event.Protection;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.factor.phone.Phone;
import io.countersign.identity.factor.phone.PhoneUses;
import io.countersign.identity.factor.phone.Phones;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Has a phone serve for codes by SMS, for calls, or for both. */
@Service
public class UsePhone {

    private final Phones phones;
    private final ProvenChange proven;

    UsePhone(Phones phones, ProvenChange proven) {
        this.phones = phones;
        this.proven = proven;
    }

    /** Each use of a phone is a factor, so this is a change like adding or removing one. */
    public FactorChangeOutcome use(Caller caller, FactorId id, PhoneUses uses, Password password) {
        Optional<Phone> phone = phones.find(caller.account(), id);
        if (phone.isEmpty()) {
            return new FactorChangeOutcome.NothingToDo();
        }
        if (phone.get().uses().equals(uses)) {
            return new FactorChangeOutcome.Done(false);
        }
        FactorEdit edit =
                new FactorEdit(
                        () -> phones.use(caller.account(), id, uses), turns(phone.get(), uses));
        return proven.make(caller, password, edit);
    }

    private static List<Turn> turns(Phone phone, PhoneUses uses) {
        List<Turn> turns = new ArrayList<>();
        for (Method method : PhoneUses.ALL.methods()) {
            Protection use = new Protection.ByFactor(phone.factor(), method);
            if (uses.include(method) && !phone.uses().include(method)) {
                turns.add(new Turn.Added(use));
            } else if (phone.uses().include(method) && !uses.include(method)) {
                turns.add(new Turn.Removed(use));
            }
        }
        return turns;
    }
}
