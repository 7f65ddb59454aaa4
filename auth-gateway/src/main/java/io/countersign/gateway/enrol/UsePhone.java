package io.countersign.gateway.enrol;

import io.countersign.gateway.account.Password;
import io.countersign.gateway.phone.Phone;
import io.countersign.gateway.phone.PhoneUses;
import io.countersign.gateway.phone.Phones;
import io.countersign.gateway.session.SignedIn;
import io.countersign.gateway.signin.Origin;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
    public ChangeOutcome use(
            SignedIn who,
            UUID id,
            PhoneUses uses,
            Password password,
            Origin origin,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Phone> phone = phones.find(who.account(), id);
        if (phone.isEmpty()) {
            return new ChangeOutcome.NothingToDo();
        }
        if (phone.get().uses().equals(uses)) {
            return new ChangeOutcome.Done();
        }
        BooleanSupplier change =
                alerts.used(
                        who.account(),
                        phone.get(),
                        uses,
                        request,
                        () -> phones.use(who.account(), id, uses));
        return proven.make(who, password, origin, change, request, response);
    }
}
