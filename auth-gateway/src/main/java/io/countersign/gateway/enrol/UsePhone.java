package io.countersign.gateway.enrol;

import io.countersign.gateway.account.Password;
import io.countersign.gateway.caller.Caller;
import io.countersign.gateway.phone.Phone;
import io.countersign.gateway.phone.PhoneUses;
import io.countersign.gateway.phone.Phones;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Service;

/** Has a phone serve for codes by SMS, for calls, or for both. */
@Service
public class UsePhone {

    private final Phones phones;
    private final ProvenChange proven;
    private final FactorAlerts alerts;

    UsePhone(Phones phones, ProvenChange proven, FactorAlerts alerts) {
        this.phones = phones;
        this.proven = proven;
        this.alerts = alerts;
    }

    /** What one may be used for is a factor, so this is a change like adding and removing one. */
    public ChangeOutcome use(Caller caller, UUID id, PhoneUses uses, Password password) {
        Optional<Phone> phone = phones.find(caller.account(), id);
        if (phone.isEmpty()) {
            return new ChangeOutcome.NothingToDo();
        }
        if (phone.get().uses().equals(uses)) {
            return new ChangeOutcome.Done();
        }
        BooleanSupplier change =
                alerts.used(
                        caller.account(),
                        phone.get(),
                        uses,
                        caller.origin(),
                        () -> phones.use(caller.account(), id, uses));
        return proven.make(caller, password, change);
    }
}
