package io.countersign.identity.password;

import io.countersign.identity.account.AccountId;
import io.countersign.identity.account.Accounts;
import io.countersign.identity.attempt.Origin;
import io.countersign.identity.link.LinkPurpose;
import io.countersign.identity.link.MailLinks;
import io.countersign.identity.revocation.EndSessions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Uses the link up, replaces the password and ends all sessions: all of it or nothing. */
@Component
class RedeemReset {

    private final MailLinks links;
    private final Accounts accounts;
    private final EndSessions endSessions;
    private final ReplacePassword replace;

    RedeemReset(
            MailLinks links, Accounts accounts, EndSessions endSessions, ReplacePassword replace) {
        this.links = links;
        this.accounts = accounts;
        this.endSessions = endSessions;
        this.replace = replace;
    }

    /** False where the link is not good any more, or the account may not be used. */
    @Transactional
    boolean with(String token, String hash, Origin origin) {
        return links.look(LinkPurpose.RESET_PASSWORD, token)
                // Before the link: a transaction that redeems another link takes this one's row.
                .map(AccountId::new)
                .filter(accounts::hold)
                .filter(_ -> links.redeem(LinkPurpose.RESET_PASSWORD, token).isPresent())
                .map(
                        account -> {
                            endSessions.all(account);
                            replace.with(hash, account, origin);
                            return account;
                        })
                .isPresent();
    }
}
