package io.countersign.identity.factor.totp;

import io.countersign.identity.account.AccountId;
import io.countersign.identity.factor.Factor;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.factor.FactorKind;
import io.countersign.identity.factor.totp.code.Totp;
import io.countersign.identity.factor.totp.code.TotpAlgorithm;
import io.countersign.identity.factor.totp.code.TotpSecret;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An authenticator app of an account.
 *
 * @param name what the person calls it
 * @param createdAt when the person began to connect it
 * @param lastUsedAt when a code of it last signed in; null when none has
 * @param expiresAt when it is forgotten unless it is activated; null once it is
 */
public record Authenticator(
        FactorId id,
        AccountId account,
        String name,
        TotpSecret secret,
        TotpAlgorithm algorithm,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant expiresAt) {

    static final FactorKind KIND = new FactorKind("AUTHENTICATOR");

    Totp totp() {
        return new Totp(secret, algorithm);
    }

    Factor factor() {
        return new Factor(KIND, id, name, "", lastUsedAt);
    }
}
