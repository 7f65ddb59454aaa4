package io.countersign.identity.signup;

import io.countersign.identity.account.EmailAddress;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Takes requests for an account, and never tells whether there was one already. */
@Service
public class SignUp {

    private final SignUpSettings settings;
    private final SignUpAllowance allowance;
    private final BeginSignUp begin;

    SignUp(SignUpSettings settings, SignUpAllowance allowance, BeginSignUp begin) {
        this.settings = settings;
        this.allowance = allowance;
        this.begin = begin;
    }

    /**
     * Sends a mail that says how to continue. If the e-mail address has an account, that account
     * stays as it is; the answer and the work are the same. No password is asked for yet: the
     * reader of the mail chooses it.
     *
     * @param email as typed
     * @param address the IP address that asks
     * @param locale the person's language
     */
    public SignUpOutcome join(String email, String address, Locale locale) {
        if (!settings.open()) {
            return new SignUpOutcome.Closed();
        }
        return EmailAddress.parse(email)
                .map(parsed -> join(parsed, address, locale))
                .orElseGet(SignUpOutcome.NotAnAddress::new);
    }

    private SignUpOutcome join(EmailAddress email, String address, Locale locale) {
        Optional<Instant> retryAt = allowance.take(email, address);
        if (retryAt.isPresent()) {
            return new SignUpOutcome.TooMany(retryAt.get());
        }
        UUID id = UUID.randomUUID();
        begin.with(new PendingSignUp(id, email, locale.toLanguageTag()));
        return new SignUpOutcome.MailSent(id);
    }

    /** Where the mail of a sign-up went; empty where the sign-up is confirmed or too old. */
    public Optional<EmailAddress> awaiting(UUID id) {
        return begin.find(id).map(PendingSignUp::email);
    }

    /**
     * Sends the mail again, with a new link; the earlier links still work.
     *
     * @param address the IP address that asks
     */
    public MailAgainOutcome again(UUID id, String address) {
        Optional<PendingSignUp> signUp = begin.find(id);
        if (signUp.isEmpty()) {
            return new MailAgainOutcome.Gone();
        }
        Optional<Instant> retryAt = allowance.take(signUp.get().email(), address);
        if (retryAt.isPresent()) {
            return new MailAgainOutcome.TooMany(retryAt.get());
        }
        begin.again(signUp.get());
        return new MailAgainOutcome.Sent();
    }
}
