package io.countersign.gateway.signup;

import io.countersign.gateway.account.Accounts;
import io.countersign.gateway.account.EmailAddress;
import io.countersign.gateway.link.LinkPurpose;
import io.countersign.gateway.link.MailLinks;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes an account of a sign-up once whoever reads its mail says so. */
@Service
public class ConfirmAddress {

    private final MailLinks links;
    private final PendingSignUps pendings;
    private final Accounts accounts;

    ConfirmAddress(MailLinks links, PendingSignUps pendings, Accounts accounts) {
        this.links = links;
        this.pendings = pendings;
        this.accounts = accounts;
    }

    /** What a link would confirm; changes nothing. Empty where it is used, too old or none. */
    public Optional<EmailAddress> look(String token) {
        return links.look(LinkPurpose.CONFIRM_ADDRESS, token)
                .flatMap(pendings::find)
                .map(PendingSignUp::email);
    }

    /** False where the link is used, too old or none, or the address has an account meanwhile. */
    @Transactional
    public boolean confirm(String token) {
        return links.redeem(LinkPurpose.CONFIRM_ADDRESS, token)
                .flatMap(pendings::find)
                .filter(this::makeAccount)
                .isPresent();
    }

    private boolean makeAccount(PendingSignUp signUp) {
        pendings.end(signUp.email());
        return accounts.add(
                UUID.randomUUID(), signUp.email(), signUp.passwordHash(), signUp.locale());
    }
}
