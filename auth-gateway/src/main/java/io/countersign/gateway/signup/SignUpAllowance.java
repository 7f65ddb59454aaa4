package io.countersign.gateway.signup;

import io.countersign.gateway.keys.GatewayKeys;
import io.countersign.gateway.signin.PasswordTries;
import io.countersign.gateway.signin.PasswordTries.Allowance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How many accounts may be asked for. */
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

    /** Counts one for an IP address; where that is one too many, says when it is not. */
    Optional<Instant> take(String address) {
        String bucket = "sign-up:" + keys.tag("sign-up-address", address);
        return tries.take(List.of(new Allowance(bucket, settings.perAddressHour())));
    }
}
