package io.countersign.gateway.signup;

import io.countersign.gateway.account.Accounts;
import io.countersign.gateway.account.EmailAddress;
import io.countersign.gateway.account.Password;
import io.countersign.gateway.account.PasswordFlaw;
import io.countersign.gateway.account.PasswordHashes;
import io.countersign.gateway.account.PasswordRules;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Makes an account, and never tells whether there was one already. */
@Service
public class SignUp {

    private final SignUpSettings settings;
    private final SignUpAllowance allowance;
    private final PasswordRules rules;
    private final PasswordHashes hashes;
    private final Accounts accounts;

    SignUp(
            SignUpSettings settings,
            SignUpAllowance allowance,
            PasswordRules rules,
            PasswordHashes hashes,
            Accounts accounts) {
        this.settings = settings;
        this.allowance = allowance;
        this.rules = rules;
        this.hashes = hashes;
        this.accounts = accounts;
    }

    /**
     * Makes an account. Where the e-mail address has one, that stays as it is, and the answer and
     * the work are the same.
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
        Optional<Instant> retryAt = allowance.take(address);
        if (retryAt.isPresent()) {
            return new SignUpOutcome.TooMany(retryAt.get());
        }
        var _ =
                accounts.add(
                        UUID.randomUUID(), email, hashes.hash(password), locale.toLanguageTag());
        return new SignUpOutcome.Done();
    }
}
