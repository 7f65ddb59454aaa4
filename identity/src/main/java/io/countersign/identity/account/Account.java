package io.countersign.identity.account;

/**
 * An account that a person signs in to.
 *
 * @param passwordHash in Argon2's encoded form, parameters and salt included
 */
public record Account(AccountId id, EmailAddress email, String passwordHash, AccountStatus status) {

    @Override
    public String toString() {
        return "Account[" + id + ", " + status + "]";
    }
}
