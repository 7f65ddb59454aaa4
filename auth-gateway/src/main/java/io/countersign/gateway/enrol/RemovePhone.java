package io.countersign.gateway.enrol;

import io.countersign.gateway.account.Password;
import io.countersign.gateway.phone.PendingPhones;
import io.countersign.gateway.phone.Phone;
import io.countersign.gateway.phone.Phones;
import io.countersign.gateway.session.FactorChange;
import io.countersign.gateway.session.SignedIn;
import io.countersign.gateway.signin.Origin;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Removes a phone. */
@Service
public class RemovePhone {

    private final Phones phones;
    private final PendingPhones pendings;
    private final StepUp stepUp;
    private final FactorChange factorChange;
    private final FactorAlerts alerts;

    RemovePhone(
            Phones phones,
            PendingPhones pendings,
            StepUp stepUp,
            FactorChange factorChange,
            FactorAlerts alerts) {
        this.phones = phones;
        this.pendings = pendings;
        this.stepUp = stepUp;
        this.factorChange = factorChange;
        this.alerts = alerts;
    }

    /** All other sessions end with it; this one goes on under a new id. */
    public RemovePhoneOutcome remove(
            SignedIn who,
            UUID phone,
            Password password,
            Origin origin,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Phone> found = phones.find(who.account(), phone);
        if (found.isEmpty()) {
            return new RemovePhoneOutcome.NoSuchPhone();
        }
        return switch (stepUp.check(who, password, origin)) {
            case StepUpOutcome.Refused refused -> new RemovePhoneOutcome.StepUpFirst(refused);
            case StepUpOutcome.Granted _ ->
                    factorChange.remove(
                                    who,
                                    alerts.removed(
                                            who.account(),
                                            found.get().factor(),
                                            request,
                                            () -> phones.remove(who.account(), phone)),
                                    request,
                                    response)
                            ? new RemovePhoneOutcome.Removed()
                            : new RemovePhoneOutcome.NoSuchPhone();
        };
    }

    /** Forgets a phone that this session is adding; false where there is none such. */
    public boolean cancel(SignedIn who, UUID pending) {
        return pendings.cancel(who.account(), who.attempt(), pending);
    }
}
