package io.countersign.identity.factor.phone.enrol;

import io.countersign.identity.account.Accounts;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.factor.FactorName;
import io.countersign.identity.factor.phone.PendingPhone;
import io.countersign.identity.factor.phone.PendingPhones;
import io.countersign.identity.factor.phone.PhoneSettings;
import io.countersign.identity.factor.phone.UsableNumber;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The phones that a session is adding. */
@Component
class Enrolments {

    private final Accounts accounts;
    private final PendingPhones pendings;
    private final PhoneSettings settings;

    Enrolments(Accounts accounts, PendingPhones pendings, PhoneSettings settings) {
        this.accounts = accounts;
        this.pendings = pendings;
        this.settings = settings;
    }

    sealed interface Begin {

        record Begun(PendingPhone pending) implements Begin {}

        record AlreadyAdded() implements Begin {}

        record TooMany(int most) implements Begin {}
    }

    @Transactional
    Begin begin(SignedIn who, UsableNumber number, String typedName) {
        accounts.hold(who.account());
        if (pendings.countWithout(who.account(), number.destination()) >= settings.most()) {
            return new Begin.TooMany(settings.most());
        }
        String name =
                FactorName.parse(typedName)
                        .map(FactorName::value)
                        .orElseGet(number.destination()::masked);
        return pendings.begin(who.account(), who.attempt(), number, name, settings.patience())
                .<Begin>map(Begin.Begun::new)
                .orElseGet(Begin.AlreadyAdded::new);
    }

    /** False where the session has none such. */
    boolean cancel(SignedIn who, FactorId phone) {
        return pendings.cancel(who.account(), who.attempt(), phone);
    }

    Optional<PendingPhone> find(SignedIn who, FactorId phone) {
        return pendings.find(who.account(), who.attempt(), phone);
    }
}
