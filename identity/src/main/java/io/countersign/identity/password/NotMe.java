package io.countersign.identity.password;

import io.countersign.identity.account.AccountId;
import io.countersign.identity.account.Accounts;
import io.countersign.identity.link.LinkPurpose;
import io.countersign.identity.link.MailLinks;
import io.countersign.identity.revocation.EndSessions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signs everyone out of an account whose owner says that something was not them. */
@Service
public class NotMe {

    private final MailLinks links;
    private final Accounts accounts;
    private final EndSessions endSessions;
    private final ResetMails mails;

    NotMe(MailLinks links, Accounts accounts, EndSessions endSessions, ResetMails mails) {
        this.links = links;
        this.accounts = accounts;
        this.endSessions = endSessions;
        this.mails = mails;
    }

    /** Whether a link is good; changes nothing. */
    public boolean good(String token) {
        return links.look(LinkPurpose.NOT_ME, token).isPresent();
    }

    /**
     * Ends all sessions and sign-ins under way, forgets all devices, and sends a mail with a link
     * to choose a new password. False where the link is used, too old or none.
     */
    @Transactional
    public boolean secure(String token) {
        return links.redeem(LinkPurpose.NOT_ME, token)
                .map(AccountId::new)
                .map(this::throwOut)
                .isPresent();
    }

    private AccountId throwOut(AccountId account) {
        endSessions.all(account);
        if (accounts.holdActive(account)) {
            mails.send(account);
        }
        return account;
    }
}
