package io.countersign.identity.factor.recovery;

import io.countersign.engine.keys.GatewayKeys;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.keys.SealedColumn;
import io.countersign.identity.reads.RequestReads;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Recovery codes in the database: hashed, and sealed where policy lets people see them again. */
@Repository
class PostgresRecoveryCodes implements RecoveryCodes, SealedColumn {

    private static final String KIND = "recovery-code";

    private final JdbcClient jdbc;
    private final GatewayKeys keys;
    private final RecoveryCodeSettings settings;
    private final SecureRandom random;

    PostgresRecoveryCodes(
            JdbcClient jdbc, GatewayKeys keys, RecoveryCodeSettings settings, SecureRandom random) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.settings = settings;
        this.random = random;
    }

    @Override
    public Stock stock(AccountId account) {
        return RequestReads.once(account, "recovery_code", () -> read(account));
    }

    private Stock read(AccountId account) {
        return jdbc.sql(
                        """
                        select count(*) filter (where used_at is null) as left_over, max(used_at) as last_used
                        from recovery_code where account_id = :account
                        """)
                .param("account", account.value())
                .query(
                        (row, _) ->
                                new Stock(
                                        row.getInt("left_over"),
                                        Optional.ofNullable(row.getTimestamp("last_used"))
                                                .map(Timestamp::toInstant)))
                .single();
    }

    @Override
    public boolean any(AccountId account) {
        return jdbc.sql("select exists (select from recovery_code where account_id = :account)")
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<RecoveryCode> replace(AccountId account) {
        remove(account);
        List<RecoveryCode> codes =
                Stream.generate(() -> RecoveryCode.next(random)).limit(MANY).toList();
        codes.forEach(code -> add(account, code));
        return codes;
    }

    @Override
    public void remove(AccountId account) {
        jdbc.sql("delete from recovery_code where account_id = :account")
                .param("account", account.value())
                .update();
    }

    @Override
    public Optional<UUID> find(AccountId account, RecoveryCode code) {
        return unused(account).stream()
                .filter(row -> keys.isMac(row.hash(), KIND, account + "\n" + code.letters()))
                .map(Row::id)
                .findFirst();
    }

    @Override
    public void spend(AccountId account, UUID code) {
        int spent =
                jdbc.sql(
                                """
                                update recovery_code set used_at = now(), sealed = null
                                where id = :id and account_id = :account and used_at is null
                                """)
                        .param("id", code)
                        .param("account", account.value())
                        .update();
        if (spent != 1) {
            throw new IllegalStateException("the recovery code has been used meanwhile");
        }
    }

    @Override
    public List<RecoveryCode> view(AccountId account) {
        return jdbc
                .sql(
                        """
                        select id, sealed from recovery_code
                        where account_id = :account and sealed is not null order by created_at, id
                        """)
                .param("account", account.value())
                .query(
                        (row, _) ->
                                keys.open(
                                        row.getBytes("sealed"),
                                        place(account, row.getObject("id", UUID.class))))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .map(RecoveryCode::new)
                .toList();
    }

    @Override
    public int eraseSealed() {
        return jdbc.sql("update recovery_code set sealed = null where sealed is not null").update();
    }

    @Override
    public String table() {
        return "recovery_code";
    }

    @Override
    public String column() {
        return "sealed";
    }

    @Override
    public String place(AccountId account, UUID id) {
        return "recovery-code\n" + account + "\n" + id;
    }

    private record Row(UUID id, byte[] hash) {}

    private List<Row> unused(AccountId account) {
        return jdbc.sql(
                        """
                        select id, hash from recovery_code
                        where account_id = :account and used_at is null
                        """)
                .param("account", account.value())
                .query((row, _) -> new Row(row.getObject("id", UUID.class), row.getBytes("hash")))
                .list();
    }

    private void add(AccountId account, RecoveryCode code) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into recovery_code (id, account_id, hash, sealed)
                        values (:id, :account, :hash, :sealed)
                        """)
                .param("id", id)
                .param("account", account.value())
                .param("hash", keys.mac(KIND, account + "\n" + code.letters()))
                .param(
                        "sealed",
                        settings.viewable() ? keys.seal(code.letters(), place(account, id)) : null)
                .update();
    }
}
