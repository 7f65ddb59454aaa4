package io.countersign.identity.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.events.content.Fact;
import io.countersign.events.content.Message;
import io.countersign.events.content.NoticeKind;
import io.countersign.events.id.NoticeId;
import io.countersign.identity.OwnDatabase;
import io.countersign.identity.OwnKeys;
import io.countersign.identity.account.EmailAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class PostgresOutboxRowsTest extends OutboxRowsContract {

    private final JdbcClient jdbc = OwnDatabase.jdbc();

    @BeforeEach
    void nothingIsLeftOver() {
        jdbc.sql("delete from outbox").update();
    }

    @Test
    @Tag("SECURITY-23")
    void neither_address_nor_link_stands_in_the_row_in_clear(@TempDir Path folder) {
        NoticeId id = NoticeId.next(new SecureRandom());
        Map<Fact, String> facts =
                Map.of(
                        Fact.AT, "2026-05-01T10:00:00Z",
                        Fact.LINK, "https://gateway.test/x?t=secret");
        byte[] sealed =
                new NoticeSeal(OwnKeys.in(folder))
                        .seal(
                                id,
                                new EmailAddress("jo@people.test"),
                                new Message.Notice(NoticeKind.NEW_DEVICE, facts));
        rows().add(id, NoticeKind.NEW_DEVICE, sealed, "en", Optional.empty());

        String row =
                jdbc.sql("select outbox::text || encode(sealed, 'escape') from outbox")
                        .query(String.class)
                        .single();

        assertThat(row)
                .contains("NEW_DEVICE")
                .doesNotContain("people.test", "gateway.test", "secret");
    }

    @Override
    OutboxRows rows() {
        return new PostgresOutboxRows(jdbc);
    }

    @Override
    Instant clock() {
        return jdbc.sql("select now()").query((row, _) -> row.getTimestamp(1).toInstant()).single();
    }

    @Override
    void makeDue(NoticeId notice) {
        update("due_at = now()", notice);
    }

    @Override
    void end(NoticeId notice) {
        update("deadline = now()", notice);
    }

    @Override
    @Nullable Integer rest(NoticeId notice) {
        return jdbc.sql(
                        "select round(extract(epoch from due_at - now()) / 15) * 15 from outbox where id = :id")
                .param("id", notice.value())
                .query(Integer.class)
                .optional()
                .orElse(null);
    }

    private void update(String what, NoticeId notice) {
        jdbc.sql("update outbox set " + what + " where id = :id")
                .param("id", notice.value())
                .update();
    }
}
