package io.countersign.identity.credential;

import io.countersign.identity.account.Account;
import io.countersign.identity.account.AccountStatus;
import io.countersign.identity.account.Accounts;
import io.countersign.identity.account.EmailAddress;
import io.countersign.identity.account.Password;
import io.countersign.identity.admission.TooBusy;
import io.countersign.identity.attempt.Origin;
import io.countersign.identity.credential.PasswordTries.Allowance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Checks a password: the try is counted before the check, and taken back when the password was
 * right.
 */
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

    /**
     * Does the same work whether or not there is such an account and whether or not it may be used.
     * A try over its limit is refused before it costs anything; one that would have to wait too
     * long is refused at once.
     */
    Looked look(EmailAddress email, Password password, Origin origin) {
        Optional<Instant> freeAgain = tries.knownToBeFull(allowances.byTheLooks(email, origin));
        if (freeAgain.isPresent()) {
            return new Looked.TooMany(freeAgain.get());
        }
        return hashes.enter(allowances.hashedFor(email, origin))
                .map(place -> look(place, email, password, origin))
                .orElseGet(Looked.Busy::new);
    }

    private Looked look(
            HashingPlace entered, EmailAddress email, Password password, Origin origin) {
        try (HashingPlace place = entered) {
            List<Allowance> charged = allowances.of(email, origin);
            Optional<Instant> freeAgain = tries.take(charged);
            return freeAgain.isPresent()
                    ? new Looked.TooMany(freeAgain.get())
                    : look(place, password, accounts.find(email), charged);
        }
    }

    private Looked look(
            HashingPlace place,
            Password password,
            Optional<Account> account,
            List<Allowance> charged) {
        try {
            if (place.matches(password, account) && usable(account)) {
                tries.giveBack(charged);
                return new Looked.Fits(account.orElseThrow());
            }
            return new Looked.DoesNotFit(account);
        } catch (TooBusy _) {
            tries.giveBack(charged);
            return new Looked.Busy();
        }
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

        /** Too many wait already; it was not checked and does not count. */
        record Busy() implements Looked {}
    }
}
