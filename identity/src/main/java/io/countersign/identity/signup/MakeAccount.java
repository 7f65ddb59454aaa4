package io.countersign.identity.signup;

import io.countersign.identity.account.AccountId;
import io.countersign.identity.account.Accounts;
import io.countersign.identity.link.LinkPurpose;
import io.countersign.identity.link.MailLinks;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Uses the link up, ends all sign-ups with its address and makes the account. */
@Component
class MakeAccount {

    private final MailLinks links;
    private final PendingSignUps pendings;
    private final Accounts accounts;

    MakeAccount(MailLinks links, PendingSignUps pendings, Accounts accounts) {
        this.links = links;
        this.pendings = pendings;
        this.accounts = accounts;
    }

    /** False where the link is not good any more, or the address has an account meanwhile. */
    @Transactional
    boolean with(String token, String passwordHash, String locale) {
        return links.redeem(LinkPurpose.CONFIRM_ADDRESS, token)
                .flatMap(pendings::find)
                .map(PendingSignUp::email)
                .filter(
                        email -> {
                            pendings.end(email);
                            return accounts.add(AccountId.next(), email, passwordHash, locale);
                        })
                .isPresent();
    }
}
