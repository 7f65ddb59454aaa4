package io.countersign.identity.signup;

import io.countersign.identity.account.EmailAddress;
import java.util.UUID;

/**
 * A person who has asked for an account and not confirmed the address.
 *
 * @param locale the person's language, a BCP 47 tag
 */
record PendingSignUp(UUID id, EmailAddress email, String locale) {

    @Override
    public String toString() {
        return "PendingSignUp[" + id + "]";
    }
}
