package io.countersign.identity.password;

import io.countersign.identity.account.Account;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.account.Accounts;
import io.countersign.identity.account.Password;
import io.countersign.identity.account.PasswordFlaw;
import io.countersign.identity.account.PasswordRules;
import io.countersign.identity.admission.ClientNetwork;
import io.countersign.identity.admission.TooBusy;
import io.countersign.identity.credential.HashedFor;
import io.countersign.identity.credential.HashingPlace;
import io.countersign.identity.credential.PasswordHashes;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Judges and hashes a password that is chosen for an account. */
@Component
class NewPassword {

    private final Accounts accounts;
    private final PasswordRules rules;
    private final PasswordHashes hashes;

    NewPassword(Accounts accounts, PasswordRules rules, PasswordHashes hashes) {
        this.accounts = accounts;
        this.rules = rules;
        this.hashes = hashes;
    }

    /** Empty when it may be chosen. */
    Optional<PasswordFlaw> flaw(AccountId account, Password password) {
        return accounts.find(account)
                .map(Account::email)
                .flatMap(email -> rules.flaw(password, email));
    }

    /**
     * Hashes it.
     *
     * @param address the IP address that asks
     * @throws TooBusy when too many passwords wait to be hashed
     */
    String hash(AccountId account, Password password, String address) {
        HashedFor who =
                new HashedFor(
                        "network " + ClientNetwork.of(address).name(),
                        Optional.of("account " + account));
        try (HashingPlace place =
                hashes.enter(who).orElseThrow(() -> new TooBusy("too many passwords wait"))) {
            return place.hash(password);
        }
    }
}
