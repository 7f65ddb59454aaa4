package io.countersign.gateway.signup;

import io.countersign.gateway.account.EmailAddress;
import java.util.UUID;

/**
 * Somebody who has asked for an account and not confirmed the address.
 *
 * @param passwordHash in Argon2's encoded form
 * @param locale the person's language, a BCP 47 tag
 */
record PendingSignUp(UUID id, EmailAddress email, String passwordHash, String locale) {

    @Override
    public String toString() {
        return "PendingSignUp[" + id + "]";
    }
}
