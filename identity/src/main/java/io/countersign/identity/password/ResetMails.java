package io.countersign.identity.password;

import io.countersign.events.content.Fact;
import io.countersign.events.content.NoticeKind;
import io.countersign.identity.account.Account;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.account.AccountStatus;
import io.countersign.identity.account.Accounts;
import io.countersign.identity.account.EmailAddress;
import io.countersign.identity.link.LinkPurpose;
import io.countersign.identity.link.MailLink;
import io.countersign.identity.link.MailLinks;
import io.countersign.identity.notice.Outbox;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the mail with the link to choose a new password. */
@Component
class ResetMails {

    private static final AccountId NOBODY = new AccountId(new UUID(0, 0));

    private final Accounts accounts;
    private final MailLinks links;
    private final Outbox outbox;

    ResetMails(Accounts accounts, MailLinks links, Outbox outbox) {
        this.accounts = accounts;
        this.links = links;
        this.outbox = outbox;
    }

    /** Does the same work where there is no account that may be used; that mail is never sent. */
    @Transactional
    void sendIfThereIs(EmailAddress email) {
        Optional<Account> account =
                accounts.find(email).filter(found -> found.status() == AccountStatus.ACTIVE);
        Map<Fact, String> facts = linkFor(account.map(Account::id).orElse(NOBODY));
        if (account.isPresent()) {
            outbox.tell(account.get().id(), NoticeKind.PASSWORD_RESET, facts);
        } else {
            outbox.pretend(NoticeKind.PASSWORD_RESET, facts);
        }
    }

    /** To the owner of an account, in the caller's transaction. */
    @Transactional
    void send(AccountId account) {
        outbox.tell(account, NoticeKind.PASSWORD_RESET, linkFor(account));
    }

    private Map<Fact, String> linkFor(AccountId account) {
        MailLink link = links.issue(LinkPurpose.RESET_PASSWORD, account.value());
        return Map.of(Fact.LINK, link.url().toString(), Fact.UNTIL, link.until().toString());
    }
}
