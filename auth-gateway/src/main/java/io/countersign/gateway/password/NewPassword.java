package io.countersign.gateway.password;

import io.countersign.gateway.account.Account;
import io.countersign.gateway.account.Accounts;
import io.countersign.gateway.account.Password;
import io.countersign.gateway.account.PasswordFlaw;
import io.countersign.gateway.account.PasswordHashes;
import io.countersign.gateway.account.PasswordRules;
import java.util.Optional;
import java.util.UUID;
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
    Optional<PasswordFlaw> flaw(UUID account, Password password) {
        return accounts.find(account)
                .map(Account::email)
                .flatMap(email -> rules.flaw(password, email));
    }

    String hash(Password password) {
        return hashes.hash(password);
    }
}
