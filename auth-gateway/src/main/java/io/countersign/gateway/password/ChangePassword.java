package io.countersign.gateway.password;

import io.countersign.gateway.account.Password;
import io.countersign.gateway.account.PasswordFlaw;
import io.countersign.gateway.session.FactorChange;
import io.countersign.gateway.session.SignedIn;
import io.countersign.gateway.signin.GuessLedger;
import io.countersign.gateway.signin.Origin;
import io.countersign.gateway.signin.ReenterOutcome;
import io.countersign.gateway.signin.ReenterPassword;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Changes the password of who is signed in and has proven it again. */
@Service
public class ChangePassword {

    private final NewPassword newPassword;
    private final ReenterPassword reenter;
    private final FactorChange factorChange;
    private final ReplacePassword replace;
    private final GuessLedger ledger;

    ChangePassword(
            NewPassword newPassword,
            ReenterPassword reenter,
            FactorChange factorChange,
            ReplacePassword replace,
            GuessLedger ledger) {
        this.newPassword = newPassword;
        this.reenter = reenter;
        this.factorChange = factorChange;
        this.replace = replace;
        this.ledger = ledger;
    }

    /**
     * Ends all other sessions.
     *
     * @param current the password as it is, once more
     * @param chosen the password as it is to be
     */
    public ChangeOutcome change(
            SignedIn who,
            Password current,
            Password chosen,
            Origin origin,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<PasswordFlaw> flaw = newPassword.flaw(who.account(), chosen);
        if (flaw.isPresent()) {
            return new ChangeOutcome.PasswordRefused(flaw.get());
        }
        return switch (reenter.check(who.account(), current, origin)) {
            case ReenterOutcome.Refused refused -> new ChangeOutcome.PasswordNotTaken(refused);
            case ReenterOutcome.Right _ -> change(who, chosen, origin, request, response);
        };
    }

    private ChangeOutcome change(
            SignedIn who,
            Password chosen,
            Origin origin,
            HttpServletRequest request,
            HttpServletResponse response) {
        String hash = newPassword.hash(who.account(), chosen, origin.address());
        boolean changed =
                factorChange.replace(
                        who,
                        () -> {
                            replace.with(hash, who.account(), request);
                            ledger.beginAnew(who.account(), who.attempt());
                            return true;
                        },
                        request,
                        response);
        return changed ? new ChangeOutcome.Done() : new ChangeOutcome.SessionGone();
    }
}
