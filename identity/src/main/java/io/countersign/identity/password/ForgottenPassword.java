package io.countersign.identity.password;

import io.countersign.engine.keys.GatewayKeys;
import io.countersign.identity.account.EmailAddress;
import io.countersign.identity.admission.ClientNetwork;
import io.countersign.identity.credential.PasswordTries;
import io.countersign.identity.credential.PasswordTries.Allowance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Takes requests for a new password, and never tells whether there is an account. */
@Service
public class ForgottenPassword {

    private final PasswordTries tries;
    private final GatewayKeys keys;
    private final PasswordResetSettings settings;
    private final ResetMails mails;

    ForgottenPassword(
            PasswordTries tries,
            GatewayKeys keys,
            PasswordResetSettings settings,
            ResetMails mails) {
        this.tries = tries;
        this.keys = keys;
        this.settings = settings;
        this.mails = mails;
    }

    /**
     * Sends a mail with a link to choose a new password, if the address has an account that may be
     * used. The answer and the work are the same if not.
     *
     * @param email as typed
     * @param address the IP address that asks
     */
    public ForgottenOutcome ask(String email, String address) {
        return EmailAddress.parse(email)
                .map(parsed -> ask(parsed, address))
                .orElseGet(ForgottenOutcome.NotAnAddress::new);
    }

    private ForgottenOutcome ask(EmailAddress email, String address) {
        Optional<Instant> retryAt =
                tries.take(
                        List.of(
                                allowance(
                                        "address",
                                        ClientNetwork.of(address).name(),
                                        settings.perAddressHour()),
                                allowance("email", email.value(), settings.perEmailHour())));
        if (retryAt.isPresent()) {
            return new ForgottenOutcome.TooMany(retryAt.get());
        }
        mails.sendIfThereIs(email);
        return new ForgottenOutcome.MailSent();
    }

    private Allowance allowance(String kind, String whose, int anHour) {
        return new Allowance("reset-" + kind + ":" + keys.tag("reset-" + kind, whose), anHour);
    }
}
