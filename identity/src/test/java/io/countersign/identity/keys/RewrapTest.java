package io.countersign.identity.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import io.countersign.engine.keys.GatewayKeys;
import io.countersign.identity.OwnDatabase;
import io.countersign.identity.OwnKeys;
import io.countersign.identity.account.AccountId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** With a table of its own, of more rows than one batch takes. */
@Tag("SECURITY-24")
class RewrapTest {

    private static final int ROWS = 250;

    private final JdbcClient jdbc = OwnDatabase.jdbc();

    @TempDir private Path old;
    @TempDir private Path folder;

    private final SealedColumn column = new Secrets();
    private GatewayKeys before;
    private GatewayKeys after;

    private record Secrets() implements SealedColumn {

        @Override
        public String table() {
            return "rewrap_test";
        }

        @Override
        public String column() {
            return "content";
        }

        @Override
        public String place(AccountId account, UUID id) {
            return account + "\n" + id;
        }
    }

    @BeforeEach
    void fillAndRotate() throws Exception {
        before = OwnKeys.in(old);
        jdbc.sql("drop table if exists rewrap_test").update();
        jdbc.sql("create table rewrap_test (id uuid primary key, account_id uuid, content bytea)")
                .update();
        for (int i = 0; i < ROWS; i++) {
            add(before, "secret " + i);
        }
        after = rotated();
    }

    @Test
    void everythingIsCarriedOverAndStillOpens() {
        int rewrapped = new Rewrap(jdbc, after).rewrap(column);

        assertThat(rewrapped).isEqualTo(ROWS);
        assertThat(contents(after)).hasSize(ROWS).contains("secret 0", "secret 249");
        assertThat(contents(before)).as("without the new key").isEmpty();
        assertThat(new Rewrap(jdbc, after).rewrap(column)).as("a second time").isZero();
    }

    @Test
    void whatWasInterruptedGoesOnWhereItStopped() {
        UUID first = add(before, "done already");
        jdbc.sql("update rewrap_test set content = :content where id = :id")
                .param("content", after.seal("done already", first + "\n" + first))
                .param("id", first)
                .update();

        assertThat(new Rewrap(jdbc, after).rewrap(column)).isEqualTo(ROWS);
    }

    @Test
    void whatDoesNotOpenIsLeftAsItIsAndHoldsUpNothing() {
        UUID moved = add(before, "of another row");
        jdbc.sql(
                        """
                        update rewrap_test set content =
                            (select content from rewrap_test where id <> :id limit 1) where id = :id
                        """)
                .param("id", moved)
                .update();

        assertThat(new Rewrap(jdbc, after).rewrap(column)).isEqualTo(ROWS);
        assertThat(contents(after)).hasSize(ROWS);
    }

    @Test
    void nothingIsLostThatChangesMeanwhile() throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        UUID busy = add(before, "version 0");
        Thread writer =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    for (int i = 1; i <= 500 && !done.get(); i++) {
                                        write(busy, "version " + i);
                                    }
                                    write(busy, "the last version");
                                });

        new Rewrap(jdbc, after).rewrap(column);
        done.set(true);
        writer.join();
        new Rewrap(jdbc, after).rewrap(column);

        assertThat(contents(after)).hasSize(ROWS + 1).contains("the last version");
    }

    private UUID add(GatewayKeys keys, String content) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into rewrap_test values (:id, :id, :content)")
                .param("id", id)
                .param("content", keys.seal(content, id + "\n" + id))
                .update();
        return id;
    }

    /** By an instance that has the old keyset still. */
    private void write(UUID id, String content) {
        jdbc.sql("update rewrap_test set content = :content where id = :id")
                .param("content", before.seal(content, id + "\n" + id))
                .param("id", id)
                .update();
    }

    private List<String> contents(GatewayKeys keys) {
        return jdbc
                .sql("select id, content from rewrap_test")
                .query(
                        (row, _) ->
                                keys.open(
                                        row.getBytes("content"),
                                        row.getString("id") + "\n" + row.getString("id")))
                .list()
                .stream()
                .flatMap(java.util.Optional::stream)
                .toList();
    }

    /** The gateway's keys with one more, which is primary. */
    private GatewayKeys rotated() throws Exception {
        KeysetHandle current =
                TinkJsonProtoKeysetFormat.parseKeyset(
                        Files.readString(old.resolve("seal-gateway.json")),
                        AeadConfig2026.get(),
                        InsecureSecretKeyAccess.get());
        Key fresh =
                KeysetHandle.generateNew(
                                current.getPrimary().getKey().getParameters(), AeadConfig2026.get())
                        .getPrimary()
                        .getKey();
        KeysetHandle both =
                KeysetHandle.newBuilder(current)
                        .addEntry(KeysetHandle.importKey(fresh).makePrimary())
                        .build();
        Files.writeString(
                folder.resolve("seal-gateway.json"),
                TinkJsonProtoKeysetFormat.serializeKeyset(
                        both, AeadConfig2026.get(), InsecureSecretKeyAccess.get()));
        Files.copy(old.resolve("mac-gateway.json"), folder.resolve("mac-gateway.json"));
        return GatewayKeys.read(folder);
    }
}
