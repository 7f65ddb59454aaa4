package io.countersign.identity.credential;

import io.countersign.engine.keys.GatewayKeys;
import io.countersign.identity.account.EmailAddress;
import io.countersign.identity.admission.ClientNetwork;
import io.countersign.identity.attempt.KnownDevices;
import io.countersign.identity.attempt.Origin;
import io.countersign.identity.attempt.SignInSettings;
import io.countersign.identity.credential.PasswordTries.Allowance;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which tries of a password count together. */
@Component
class PasswordAllowances {

    private final KnownDevices devices;
    private final GatewayKeys keys;
    private final SignInSettings settings;

    PasswordAllowances(KnownDevices devices, GatewayKeys keys, SignInSettings settings) {
        this.devices = devices;
        this.keys = keys;
        this.settings = settings;
    }

    /** A known device counts for itself; all others count together for account and address. */
    List<Allowance> of(EmailAddress email, Origin origin) {
        return origin.deviceToken()
                .filter(token -> devices.knows(token, email))
                .map(this::ofDevice)
                .orElseGet(() -> ofStranger(email, origin));
    }

    /** The same, judged by the token alone, without asking the database. */
    List<Allowance> byTheLooks(EmailAddress email, Origin origin) {
        return shown(email, origin).map(this::ofDevice).orElseGet(() -> ofStranger(email, origin));
    }

    /** Whose share of the hashing it takes. */
    HashedFor hashedFor(EmailAddress email, Origin origin) {
        return shown(email, origin)
                .map(token -> HashedFor.knownDevice(keys.tag("password-device", token)))
                .orElseGet(() -> HashedFor.stranger(origin.address(), email));
    }

    private Optional<String> shown(EmailAddress email, Origin origin) {
        return origin.deviceToken().filter(token -> devices.issued(token, email));
    }

    private List<Allowance> ofDevice(String token) {
        return List.of(allowance("device", token, settings.triesPerAccount()));
    }

    /**
     * Input that is no e-mail address belongs to no account, so people who mistype theirs share no
     * limit.
     */
    private List<Allowance> ofStranger(EmailAddress email, Origin origin) {
        Allowance ofNetwork =
                allowance(
                        "address",
                        ClientNetwork.of(origin.address()).name(),
                        settings.triesPerAddress());
        return email.equals(EmailAddress.OF_NOBODY)
                ? List.of(ofNetwork)
                : List.of(
                        allowance("account", email.value(), settings.triesPerAccount()), ofNetwork);
    }

    private Allowance allowance(String kind, String whose, int anHour) {
        return new Allowance(kind + ":" + keys.tag("password-" + kind, whose), anHour);
    }
}
