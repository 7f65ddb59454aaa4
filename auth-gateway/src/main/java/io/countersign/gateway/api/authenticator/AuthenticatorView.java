package io.countersign.gateway.api.authenticator;

import io.countersign.identity.factor.FactorId;
import io.countersign.identity.factor.totp.Authenticator;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An authenticator that is a factor.
 *
 * @param name what the person calls it
 * @param createdAt when they began to connect it
 * @param lastUsedAt when a code of it last signed in; null when none has
 */
record AuthenticatorView(
        FactorId id, String name, Instant createdAt, @Nullable Instant lastUsedAt) {

    static AuthenticatorView of(Authenticator authenticator) {
        return new AuthenticatorView(
                authenticator.id(),
                authenticator.name(),
                authenticator.createdAt(),
                authenticator.lastUsedAt());
    }
}
