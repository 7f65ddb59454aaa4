package io.countersign.identity.password;

import io.countersign.identity.account.AccountId;
import io.countersign.identity.account.Accounts;
import io.countersign.identity.attempt.Origin;
import io.countersign.identity.event.SecurityEvent.PasswordChanged;
import io.countersign.identity.event.SecurityEvents;
import io.countersign.identity.link.LinkPurpose;
import io.countersign.identity.link.MailLinks;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts a new password in the place of the old one, and tells the owner. */
@Component
class ReplacePassword {

    private final Accounts accounts;
    private final MailLinks links;
    private final SecurityEvents events;

    ReplacePassword(Accounts accounts, MailLinks links, SecurityEvents events) {
        this.accounts = accounts;
        this.links = links;
        this.events = events;
    }

    /**
     * Runs in the transaction that ends the sessions; earlier links can choose no other password.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void with(String hash, AccountId account, Origin origin) {
        accounts.setPassword(account, hash);
        links.revoke(LinkPurpose.RESET_PASSWORD, account.value());
        events.append(new PasswordChanged(account, origin));
    }
}
