package io.countersign.identity.factor.totp;

import io.countersign.identity.account.Account;
import io.countersign.identity.account.Accounts;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.factor.FactorName;
import io.countersign.identity.factor.totp.code.OtpAuthUri;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Draws secrets, and writes them as apps read them. */
@Component
public class BeginAuthenticator {

    private final Accounts accounts;
    private final Authenticators authenticators;
    private final PendingAuthenticators pendings;
    private final AuthenticatorSettings settings;

    BeginAuthenticator(
            Accounts accounts,
            Authenticators authenticators,
            PendingAuthenticators pendings,
            AuthenticatorSettings settings) {
        this.accounts = accounts;
        this.authenticators = authenticators;
        this.pendings = pendings;
        this.settings = settings;
    }

    @Transactional
    ConnectOutcome begin(SignedIn who, FactorName name) {
        accounts.hold(who.account());
        return authenticators.of(who.account()).size() < settings.most()
                ? new ConnectOutcome.Begun(pendings.begin(who, name))
                : new ConnectOutcome.TooMany(settings.most());
    }

    /** The URI that an app reads from a QR code or a link. */
    public String uri(Authenticator pending) {
        String account =
                accounts.find(pending.account())
                        .map(Account::email)
                        .map(email -> email.value())
                        .orElse(pending.name());
        return OtpAuthUri.of(settings.issuer(), account, pending.secret(), pending.algorithm());
    }
}
