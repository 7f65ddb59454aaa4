package io.countersign.identity.credential;

import io.countersign.identity.account.Account;
import io.countersign.identity.account.Password;
import io.countersign.identity.admission.Shares;
import java.util.Optional;

/**
 * A right to have passwords hashed soon, taken before the database is asked and held to the end.
 */
public final class HashingPlace implements AutoCloseable {

    private final PasswordHashes hashes;
    private final HashedFor who;
    private final Shares.Place place;

    HashingPlace(PasswordHashes hashes, HashedFor who, Shares.Place place) {
        this.hashes = hashes;
        this.who = who;
        this.place = place;
    }

    /**
     * Hashes it.
     *
     * @throws io.countersign.identity.admission.TooBusy when there was no time for it
     */
    public String hash(Password password) {
        return hashes.hash(password, who);
    }

    /**
     * Takes as long where there is no account as where there is one.
     *
     * @throws io.countersign.identity.admission.TooBusy when there was no time for it
     */
    public boolean matches(Password password, Optional<Account> account) {
        return hashes.matches(password, account, who);
    }

    @Override
    public void close() {
        place.close();
    }
}
