package io.countersign.identity.signup;

import io.countersign.engine.keys.GatewayKeys;
import io.countersign.identity.account.EmailAddress;
import io.countersign.identity.admission.ClientNetwork;
import io.countersign.identity.credential.PasswordTries;
import io.countersign.identity.credential.PasswordTries.Allowance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How many mails may be asked for, whether or not their addresses have accounts. */
@Component
class SignUpAllowance {

    private final PasswordTries tries;
    private final GatewayKeys keys;
    private final SignUpSettings settings;

    SignUpAllowance(PasswordTries tries, GatewayKeys keys, SignUpSettings settings) {
        this.tries = tries;
        this.keys = keys;
        this.settings = settings;
    }

    /**
     * Counts one mail for both addresses; if that is one too many, says when the next may be sent.
     */
    Optional<Instant> take(EmailAddress email, String address) {
        return tries.take(
                List.of(
                        allowance(
                                "address",
                                ClientNetwork.of(address).name(),
                                settings.perAddressHour()),
                        allowance("email", email.value(), settings.perEmailHour())));
    }

    private Allowance allowance(String kind, String whose, int anHour) {
        return new Allowance("sign-up-" + kind + ":" + keys.tag("sign-up-" + kind, whose), anHour);
    }
}
