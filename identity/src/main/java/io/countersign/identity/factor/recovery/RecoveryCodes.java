package io.countersign.identity.factor.recovery;

import io.countersign.identity.account.AccountId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps the recovery codes that accounts have. */
interface RecoveryCodes extends RemainingRecoveryCodes {

    /** Whether the account has codes, or had some and has used them up. */
    boolean any(AccountId account);

    /** Replaces the account's codes with new ones. The caller holds the account. */
    List<RecoveryCode> replace(AccountId account);

    void remove(AccountId account);

    /** The id of an unused code; empty when it is none of the account's, or has been used. */
    Optional<UUID> find(AccountId account, RecoveryCode code);

    /**
     * Uses a code up.
     *
     * @throws IllegalStateException where it has been used up meanwhile
     */
    void spend(AccountId account, UUID code);

    /** The unused codes in clear, as far as copies that can be read are kept. */
    List<RecoveryCode> view(AccountId account);

    /** Erases all copies that can be read; returns how many there were. */
    int eraseSealed();
}
