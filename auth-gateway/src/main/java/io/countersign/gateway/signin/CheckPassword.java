package io.countersign.gateway.signin;

import io.countersign.gateway.account.Account;
import io.countersign.gateway.account.AccountStatus;
import io.countersign.gateway.account.Accounts;
import io.countersign.gateway.account.EmailAddress;
import io.countersign.gateway.account.Password;
import io.countersign.gateway.account.PasswordHashes;
import io.countersign.gateway.signin.PasswordTries.Allowance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The first half of signing in. */
@Service
public class CheckPassword {

    private final Accounts accounts;
    private final PasswordHashes hashes;
    private final PasswordAllowances allowances;
    private final PasswordTries tries;
    private final Attempts attempts;
    private final SignInSettings settings;

    CheckPassword(
            Accounts accounts,
            PasswordHashes hashes,
            PasswordAllowances allowances,
            PasswordTries tries,
            Attempts attempts,
            SignInSettings settings) {
        this.accounts = accounts;
        this.hashes = hashes;
        this.allowances = allowances;
        this.tries = tries;
        this.attempts = attempts;
        this.settings = settings;
    }

    /** Says the same, after the same work, whatever is wrong. */
    public PasswordOutcome check(EmailAddress email, Password password, Origin origin) {
        List<Allowance> charged = allowances.of(email, origin);
        Optional<Instant> freeAgain = tries.take(charged);
        if (freeAgain.isPresent()) {
            return new PasswordOutcome.TooMany(freeAgain.get());
        }
        Optional<Account> account = accounts.find(email);
        if (hashes.matches(password, account) && usable(account)) {
            tries.giveBack(charged);
            return new PasswordOutcome.Right(
                    attempts.begin(account.orElseThrow().id(), origin, settings.patience()));
        }
        account.ifPresent(known -> attempts.refuse(known.id(), origin));
        return new PasswordOutcome.Wrong();
    }

    private static boolean usable(Optional<Account> account) {
        return account.filter(a -> a.status() == AccountStatus.ACTIVE).isPresent();
    }
}
