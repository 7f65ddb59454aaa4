package io.countersign.identity.account;

import java.util.UUID;

/**
 * Who signs in.
 *
 * @param passwordHash in Argon2's encoded form, parameters and salt included
 */
public record Account(UUID id, EmailAddress email, String passwordHash, AccountStatus status) {

    @Override
    public String toString() {
        return "Account[" + id + ", " + status + "]";
    }
}
