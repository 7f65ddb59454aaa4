package io.countersign.identity.account;

import java.util.UUID;

/** Names one account. */
public record AccountId(UUID value) {

    public static AccountId next() {
        return new AccountId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
