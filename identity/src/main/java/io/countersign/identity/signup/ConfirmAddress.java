package io.countersign.identity.signup;

import io.countersign.identity.account.EmailAddress;
import io.countersign.identity.account.Password;
import io.countersign.identity.account.PasswordFlaw;
import io.countersign.identity.account.PasswordRules;
import io.countersign.identity.admission.TooBusy;
import io.countersign.identity.credential.HashedFor;
import io.countersign.identity.credential.HashingPlace;
import io.countersign.identity.credential.PasswordHashes;
import io.countersign.identity.link.LinkPurpose;
import io.countersign.identity.link.MailLinks;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Makes an account for the reader of a sign-up's mail. The reader chooses its password and
 * language, because anyone may have begun the sign-up.
 */
@Service
public class ConfirmAddress {

    private final MailLinks links;
    private final PendingSignUps pendings;
    private final PasswordRules rules;
    private final PasswordHashes hashes;
    private final MakeAccount makeAccount;

    ConfirmAddress(
            MailLinks links,
            PendingSignUps pendings,
            PasswordRules rules,
            PasswordHashes hashes,
            MakeAccount makeAccount) {
        this.links = links;
        this.pendings = pendings;
        this.rules = rules;
        this.hashes = hashes;
        this.makeAccount = makeAccount;
    }

    /** What a link would confirm; changes nothing. Empty where it is used, too old or none. */
    public Optional<EmailAddress> look(String token) {
        return links.look(LinkPurpose.CONFIRM_ADDRESS, token)
                .flatMap(pendings::find)
                .map(PendingSignUp::email);
    }

    /**
     * Uses the link up, unless the password cannot be chosen.
     *
     * @param address the IP address that asks
     * @param locale the reader's language
     * @throws TooBusy when too many passwords wait to be hashed
     */
    public ConfirmOutcome confirm(String token, Password password, String address, Locale locale) {
        Optional<EmailAddress> email = look(token);
        if (email.isEmpty()) {
            return new ConfirmOutcome.LinkGone();
        }
        Optional<PasswordFlaw> flaw = rules.flaw(password, email.get());
        if (flaw.isPresent()) {
            return new ConfirmOutcome.PasswordRefused(flaw.get());
        }
        String hash = hash(password, HashedFor.stranger(address, email.get()));
        return makeAccount.with(token, hash, locale.toLanguageTag())
                ? new ConfirmOutcome.Done()
                : new ConfirmOutcome.LinkGone();
    }

    private String hash(Password password, HashedFor who) {
        try (HashingPlace place =
                hashes.enter(who).orElseThrow(() -> new TooBusy("too many passwords wait"))) {
            return place.hash(password);
        }
    }
}
