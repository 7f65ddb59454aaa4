package io.countersign.identity.password;

import io.countersign.identity.account.AccountId;
import io.countersign.identity.account.Password;
import io.countersign.identity.account.PasswordFlaw;
import io.countersign.identity.attempt.Origin;
import io.countersign.identity.link.LinkPurpose;
import io.countersign.identity.link.MailLinks;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Gives an account the password that the reader of its mail chooses. The second factor stays as it
 * is and is asked for at the next sign-in.
 */
@Service
public class ResetPassword {

    private final MailLinks links;
    private final NewPassword newPassword;
    private final RedeemReset redeem;

    ResetPassword(MailLinks links, NewPassword newPassword, RedeemReset redeem) {
        this.links = links;
        this.newPassword = newPassword;
        this.redeem = redeem;
    }

    /** Whether a link is good; changes nothing. */
    public boolean good(String token) {
        return links.look(LinkPurpose.RESET_PASSWORD, token).isPresent();
    }

    /** Uses the link up, unless the password cannot be chosen. */
    public ResetOutcome choose(String token, Password password, Origin origin) {
        Optional<AccountId> account =
                links.look(LinkPurpose.RESET_PASSWORD, token).map(AccountId::new);
        if (account.isEmpty()) {
            return new ResetOutcome.LinkGone();
        }
        Optional<PasswordFlaw> flaw = newPassword.flaw(account.get(), password);
        if (flaw.isPresent()) {
            return new ResetOutcome.PasswordRefused(flaw.get());
        }
        return redeem.with(
                        token, newPassword.hash(account.get(), password, origin.address()), origin)
                ? new ResetOutcome.Done()
                : new ResetOutcome.LinkGone();
    }
}
