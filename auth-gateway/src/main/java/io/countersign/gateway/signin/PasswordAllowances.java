package io.countersign.gateway.signin;

import io.countersign.gateway.account.EmailAddress;
import io.countersign.gateway.keys.GatewayKeys;
import io.countersign.gateway.signin.PasswordTries.Allowance;
import java.util.List;
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

    /** A known device counts for itself; everybody else counts together for account and address. */
    List<Allowance> of(EmailAddress email, Origin origin) {
        return origin.deviceToken()
                .filter(token -> devices.knows(token, email))
                .map(token -> List.of(allowance("device", token, settings.triesPerAccount())))
                .orElseGet(
                        () ->
                                List.of(
                                        allowance(
                                                "account",
                                                email.value(),
                                                settings.triesPerAccount()),
                                        allowance(
                                                "address",
                                                origin.address(),
                                                settings.triesPerAddress())));
    }

    private Allowance allowance(String kind, String whose, int anHour) {
        return new Allowance(kind + ":" + keys.tag("password-" + kind, whose), anHour);
    }
}
