package io.countersign.gateway.api.authenticator;

import io.countersign.identity.factor.FactorId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An authenticator that this session is connecting; no factor yet. Does not print.
 *
 * @param secret for an app, Base32
 * @param uri the same for a QR code or a link, {@code otpauth}
 * @param expiresAt when it is forgotten
 */
record PendingAuthenticatorView(
        FactorId id, String name, String secret, String uri, @Nullable Instant expiresAt) {

    @Override
    public String toString() {
        return "PendingAuthenticatorView[••••••]";
    }
}
