package io.countersign.gateway.signup;

import io.countersign.gateway.account.EmailAddress;
import io.countersign.gateway.account.HashedFor;
import io.countersign.gateway.account.HashingPlace;
import io.countersign.gateway.account.Password;
import io.countersign.gateway.account.PasswordFlaw;
import io.countersign.gateway.account.PasswordHashes;
import io.countersign.gateway.account.PasswordRules;
import io.countersign.gateway.admission.TooBusy;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Takes the wish for an account, and never tells whether there was one already. */
@Service
public class SignUp {

    private final SignUpSettings settings;
    private final SignUpAllowance allowance;
    private final PasswordRules rules;
    private final PasswordHashes hashes;
    private final BeginSignUp begin;

    SignUp(
            SignUpSettings settings,
            SignUpAllowance allowance,
            PasswordRules rules,
            PasswordHashes hashes,
            BeginSignUp begin) {
        this.settings = settings;
        this.allowance = allowance;
        this.rules = rules;
        this.hashes = hashes;
        this.begin = begin;
    }

    /**
     * Sends a mail that says how to go on. Where the e-mail address has an account, that stays as
     * it is; the answer and the work are the same.
     *
     * @param email as typed
     * @param address the IP address that asks
     * @param locale the person's language
     */
    public SignUpOutcome join(String email, Password password, String address, Locale locale) {
        if (!settings.open()) {
            return new SignUpOutcome.Closed();
        }
        return EmailAddress.parse(email)
                .map(parsed -> join(parsed, password, address, locale))
                .orElseGet(SignUpOutcome.NotAnAddress::new);
    }

    private SignUpOutcome join(
            EmailAddress email, Password password, String address, Locale locale) {
        Optional<PasswordFlaw> flaw = rules.flaw(password, email);
        if (flaw.isPresent()) {
            return new SignUpOutcome.PasswordRefused(flaw.get());
        }
        try (HashingPlace place = enter(email, address)) {
            Optional<Instant> retryAt = allowance.take(email, address);
            if (retryAt.isPresent()) {
                return new SignUpOutcome.TooMany(retryAt.get());
            }
            UUID id = UUID.randomUUID();
            begin.with(new PendingSignUp(id, email, place.hash(password), locale.toLanguageTag()));
            return new SignUpOutcome.MailSent(id);
        }
    }

    private HashingPlace enter(EmailAddress email, String address) {
        return hashes.enter(HashedFor.stranger(address, email))
                .orElseThrow(() -> new TooBusy("too many passwords wait"));
    }

    /** Where the mail of a sign-up went; empty where that is confirmed or too old. */
    public Optional<EmailAddress> awaiting(UUID id) {
        return begin.find(id).map(PendingSignUp::email);
    }

    /**
     * Sends the mail once more, with a link of its own; the earlier ones go on working.
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
