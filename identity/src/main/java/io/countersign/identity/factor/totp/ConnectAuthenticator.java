package io.countersign.identity.factor.totp;

import io.countersign.events.content.OneTimeCode;
import io.countersign.identity.account.Password;
import io.countersign.identity.caller.Caller;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.change.FactorChange;
import io.countersign.identity.change.FactorEdit;
import io.countersign.identity.credential.ReenterOutcome;
import io.countersign.identity.credential.ReenterPassword;
import io.countersign.identity.event.Protection;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.factor.FactorName;
import io.countersign.identity.text.TypedCode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Service;

/** Connects an authenticator: gives the app a secret, and takes a code of it as proof. */
@Service
public class ConnectAuthenticator {

    private final ReenterPassword reenter;
    private final BeginAuthenticator begin;
    private final PendingAuthenticators pendings;
    private final FactorChange factorChange;
    private final Clock clock;

    ConnectAuthenticator(
            ReenterPassword reenter,
            BeginAuthenticator begin,
            PendingAuthenticators pendings,
            FactorChange factorChange,
            Clock clock) {
        this.reenter = reenter;
        this.begin = begin;
        this.pendings = pendings;
        this.factorChange = factorChange;
        this.clock = clock;
    }

    /** Draws a secret; nothing that is active changes before its first code. */
    public ConnectOutcome begin(Caller caller, String typedName, Password password) {
        Optional<FactorName> name = FactorName.parse(typedName);
        if (name.isEmpty()) {
            return new ConnectOutcome.NameRefused();
        }
        return switch (reenter.check(caller.account(), password, caller.origin())) {
            case ReenterOutcome.Refused refused -> new ConnectOutcome.PasswordNotTaken(refused);
            case ReenterOutcome.Right _ -> begin.begin(caller.who(), name.get());
        };
    }

    /** One that this session is connecting. */
    public Optional<Authenticator> pending(SignedIn who, FactorId id) {
        return pendings.find(who, id);
    }

    /** Forgets one that this session is connecting; false where there is none such. */
    public boolean cancel(SignedIn who, FactorId id) {
        return pendings.cancel(who, id);
    }

    /**
     * Takes a first code. If it is right, the app is a factor, all other sessions have ended, and
     * this one continues under a new id. Wrong ones cost nothing: this session has seen the secret.
     *
     * @param typed as the person typed it
     */
    public ActivateOutcome activate(Caller caller, FactorId id, String typed) {
        Optional<Authenticator> pending = pendings.find(caller.who(), id);
        if (pending.isEmpty()) {
            return new ActivateOutcome.Gone();
        }
        String digits = TypedCode.read(typed);
        if (!OneTimeCode.isCode(digits)) {
            return new ActivateOutcome.NotACode();
        }
        TotpCheck reading = TotpCheck.of(pending.get(), digits, clock.instant());
        OptionalLong step = reading.acceptable().max();
        if (step.isEmpty()) {
            return new ActivateOutcome.Wrong(reading.elsewhere().map(reading::ahead));
        }
        return factorChange.add(
                        caller,
                        FactorEdit.adding(
                                new Protection.Factors(List.of(pending.get().factor())),
                                () -> pendings.activate(pending.get(), step.getAsLong())))
                ? new ActivateOutcome.Active()
                : new ActivateOutcome.Gone();
    }
}
