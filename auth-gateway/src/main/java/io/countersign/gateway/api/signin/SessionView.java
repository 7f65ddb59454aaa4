package io.countersign.gateway.api.signin;

import io.countersign.gateway.session.AuthenticationLevel;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose session it is.
 *
 * @param standing how far the visitor has come; the rest is null unless signed in
 * @param account the account's id
 * @param secondFactorAt when the second factor was given; null where none was needed or the device
 *     is remembered
 */
record SessionView(
        AuthenticationLevel standing,
        @Nullable UUID account,
        @Nullable String email,
        @Nullable Instant secondFactorAt) {

    static SessionView notSignedIn(AuthenticationLevel standing) {
        return new SessionView(standing, null, null, null);
    }
}
