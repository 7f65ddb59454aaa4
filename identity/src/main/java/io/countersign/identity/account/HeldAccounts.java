package io.countersign.identity.account;

/** Keeps accounts as they are until the transaction ends. */
public interface HeldAccounts {

    /**
     * Whether the account may be used, read under a lock that holds it so to the transaction's end.
     */
    boolean holdActive(AccountId id);

    /**
     * Locks the account until the transaction ends: no other transaction can begin its sessions or
     * change its factors. Must be the first thing that a transaction does to the account.
     *
     * @return whether the account may be used
     */
    boolean hold(AccountId id);
}
