package io.countersign.identity.signup;

import io.countersign.events.content.Fact;
import io.countersign.events.content.NoticeKind;
import io.countersign.identity.account.Account;
import io.countersign.identity.account.Accounts;
import io.countersign.identity.account.Addressee;
import io.countersign.identity.link.LinkPurpose;
import io.countersign.identity.link.MailLink;
import io.countersign.identity.link.MailLinks;
import io.countersign.identity.notice.Outbox;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the address alone whether it has an account already. */
@Component
class SignUpMails {

    private final Accounts accounts;
    private final MailLinks links;
    private final Outbox outbox;

    SignUpMails(Accounts accounts, MailLinks links, Outbox outbox) {
        this.accounts = accounts;
        this.links = links;
        this.outbox = outbox;
    }

    /** Does the same work in both cases: a link is made that is then not sent. */
    void send(PendingSignUp signUp) {
        Addressee to = new Addressee(signUp.email(), signUp.locale());
        Optional<Account> owner = accounts.find(signUp.email());
        MailLink link = links.issue(LinkPurpose.CONFIRM_ADDRESS, signUp.id());
        if (owner.isPresent()) {
            String signIn = links.page("/sign-in").toString();
            outbox.tell(to, NoticeKind.ALREADY_REGISTERED, Map.of(Fact.LINK, signIn));
        } else {
            outbox.tell(
                    to,
                    NoticeKind.CONFIRM_ADDRESS,
                    Map.of(
                            Fact.LINK, link.url().toString(),
                            Fact.UNTIL, link.until().toString()));
        }
    }
}
