package io.countersign.identity.factor.phone;

import io.countersign.engine.keys.GatewayKeys;
import io.countersign.events.content.Destination;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.keys.SealedColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Seals numbers for their row, and reads rows. */
@Component
class PhoneRows implements SealedColumn {

    private final GatewayKeys keys;

    PhoneRows(GatewayKeys keys) {
        this.keys = keys;
    }

    byte[] sealed(Destination number, AccountId account, FactorId id) {
        return keys.seal(number.value(), place(account, id.value()));
    }

    String tag(Destination number) {
        return keys.tag("phone", number.value());
    }

    Phone phone(ResultSet row) throws SQLException {
        FactorId id = new FactorId(row.getObject("id", UUID.class));
        AccountId account = new AccountId(row.getObject("account_id", UUID.class));
        String number =
                keys.open(row.getBytes("number"), place(account, id.value()))
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "the number of phone " + id + " does not open"));
        return new Phone(
                id,
                row.getString("name"),
                row.getString("masked"),
                row.getString("region"),
                new Destination(number),
                row.getString("number_tag"),
                new PhoneUses(row.getBoolean("texts"), row.getBoolean("calls")),
                instant(row.getTimestamp("confirmed_at")),
                instant(row.getTimestamp("last_used_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    @Override
    public String table() {
        return "phone";
    }

    @Override
    public String column() {
        return "number";
    }

    @Override
    public String place(AccountId account, UUID id) {
        return "phone\n" + account + "\n" + id;
    }
}
