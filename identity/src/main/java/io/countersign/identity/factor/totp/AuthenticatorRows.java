package io.countersign.identity.factor.totp;

import io.countersign.engine.keys.GatewayKeys;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.factor.totp.code.TotpAlgorithm;
import io.countersign.identity.factor.totp.code.TotpSecret;
import io.countersign.identity.keys.SealedColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Seals secrets for their row, and reads rows. */
@Component
class AuthenticatorRows implements SealedColumn {

    private final GatewayKeys keys;

    AuthenticatorRows(GatewayKeys keys) {
        this.keys = keys;
    }

    byte[] sealed(TotpSecret secret, AccountId account, FactorId id) {
        return keys.seal(secret.base32(), place(account, id.value()));
    }

    /**
     * Reads a row.
     *
     * @throws IllegalStateException when the secret was sealed for another row, or was never sealed
     */
    Authenticator authenticator(ResultSet row) throws SQLException {
        FactorId id = new FactorId(row.getObject("id", UUID.class));
        AccountId account = new AccountId(row.getObject("account_id", UUID.class));
        String secret =
                keys.open(row.getBytes("secret"), place(account, id.value()))
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "the secret of authenticator "
                                                        + id
                                                        + " does not open"));
        return new Authenticator(
                id,
                account,
                row.getString("name"),
                TotpSecret.ofBase32(secret),
                TotpAlgorithm.valueOf(row.getString("algorithm")),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("last_used_at")),
                instant(row.getTimestamp("expires_at")));
    }

    @Override
    public String table() {
        return "authenticator";
    }

    @Override
    public String column() {
        return "secret";
    }

    @Override
    public String place(AccountId account, UUID id) {
        return "authenticator\n" + account + "\n" + id;
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
