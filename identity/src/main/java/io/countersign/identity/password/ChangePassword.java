package io.countersign.identity.password;

import io.countersign.identity.account.Password;
import io.countersign.identity.account.PasswordFlaw;
import io.countersign.identity.caller.Caller;
import io.countersign.identity.change.FactorChange;
import io.countersign.identity.credential.ReenterOutcome;
import io.countersign.identity.credential.ReenterPassword;
import io.countersign.identity.ledger.GuessLedger;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Changes the password of a signed-in person who has given the current one again. */
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
     * @param current the current password, given again
     * @param chosen the new password
     */
    public PasswordChangeOutcome change(Caller caller, Password current, Password chosen) {
        Optional<PasswordFlaw> flaw = newPassword.flaw(caller.account(), chosen);
        if (flaw.isPresent()) {
            return new PasswordChangeOutcome.PasswordRefused(flaw.get());
        }
        return switch (reenter.check(caller.account(), current, caller.origin())) {
            case ReenterOutcome.Refused refused ->
                    new PasswordChangeOutcome.PasswordNotTaken(refused);
            case ReenterOutcome.Right _ -> change(caller, chosen);
        };
    }

    private PasswordChangeOutcome change(Caller caller, Password chosen) {
        String hash = newPassword.hash(caller.account(), chosen, caller.origin().address());
        boolean changed =
                factorChange.replace(
                        caller,
                        () -> {
                            replace.with(hash, caller.account(), caller.origin());
                            ledger.beginAnew(caller.account(), caller.attempt());
                            return true;
                        });
        return changed ? new PasswordChangeOutcome.Done() : new PasswordChangeOutcome.SessionGone();
    }
}
