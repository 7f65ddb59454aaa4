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
import org.springframework.stereotype.Component;

/** Looks at a password: the try is counted before, and taken back when it was right. */
@Component
class CountedPassword {

    private final Accounts accounts;
    private final PasswordHashes hashes;
    private final PasswordAllowances allowances;
    private final PasswordTries tries;

    CountedPassword(
            Accounts accounts,
            PasswordHashes hashes,
            PasswordAllowances allowances,
            PasswordTries tries) {
        this.accounts = accounts;
        this.hashes = hashes;
        this.allowances = allowances;
        this.tries = tries;
    }

    /** Does the same work whether or not there is such an account, and whether it may be used. */
    Looked look(EmailAddress email, Password password, Origin origin) {
        List<Allowance> charged = allowances.of(email, origin);
        Optional<Instant> freeAgain = tries.take(charged);
        if (freeAgain.isPresent()) {
            return new Looked.TooMany(freeAgain.get());
        }
        Optional<Account> account = accounts.find(email);
        if (hashes.matches(password, account) && usable(account)) {
            tries.giveBack(charged);
            return new Looked.Fits(account.orElseThrow());
        }
        return new Looked.DoesNotFit(account);
    }

    private static boolean usable(Optional<Account> account) {
        return account.filter(a -> a.status() == AccountStatus.ACTIVE).isPresent();
    }

    sealed interface Looked {

        /** It is right, and the account may be used. */
        record Fits(Account account) implements Looked {}

        /** It is not, or there is no such account, or it may not be used. */
        record DoesNotFit(Optional<Account> account) implements Looked {}

        record TooMany(Instant retryAt) implements Looked {}
    }
}
