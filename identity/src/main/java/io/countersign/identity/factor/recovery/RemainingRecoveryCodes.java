package io.countersign.identity.factor.recovery;

import io.countersign.identity.account.AccountId;
import java.time.Instant;
import java.util.Optional;

/** Knows how many recovery codes accounts have. */
public interface RemainingRecoveryCodes {

    /** How many an account is given at once. */
    int MANY = 10;

    /**
     * What an account has left.
     *
     * @param left how many codes can still be used
     * @param lastUsedAt when one last signed in; empty when none has
     */
    record Stock(int left, Optional<Instant> lastUsedAt) {}

    Stock stock(AccountId account);
}
