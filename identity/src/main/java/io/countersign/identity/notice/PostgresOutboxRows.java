package io.countersign.identity.notice;

import io.countersign.events.content.NoticeKind;
import io.countersign.events.id.NoticeId;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The notices in the database, by its clock. */
@Repository
class PostgresOutboxRows implements OutboxRows {

    private static final RowMapper<OutboxRow> ROW =
            (row, _) ->
                    new OutboxRow(
                            new NoticeId(row.getString("id")),
                            NoticeKind.valueOf(row.getString("kind")),
                            row.getBytes("sealed"),
                            row.getString("locale"),
                            row.getTimestamp("created_at").toInstant(),
                            row.getTimestamp("deadline").toInstant(),
                            row.getInt("round"));

    private final JdbcClient jdbc;

    PostgresOutboxRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(
            NoticeId id,
            NoticeKind kind,
            byte[] sealed,
            String locale,
            Optional<OffsetDateTime> deadline) {
        jdbc.sql(
                        """
                        insert into outbox (id, kind, sealed, locale, deadline)
                        values (:id, :kind, :sealed, :locale,
                                least(now() + :worth * interval '1 second', cast(:deadline as timestamptz)))
                        """)
                .param("id", id.value())
                .param("kind", kind.name())
                .param("sealed", sealed)
                .param("locale", locale)
                .param("worth", WORTH_SENDING.toSeconds())
                .param("deadline", deadline.orElse(null))
                .update();
    }

    @Override
    public Optional<OutboxRow> takeDue() {
        return jdbc.sql(
                        """
                        update outbox set
                            tries = tries + 1,
                            due_at = now() + least(:first * power(2, least(tries, 20)), :longest) * interval '1 second'
                        where id = (
                            select id from outbox where due_at <= now() and deadline > now()
                            order by due_at limit 1 for update skip locked)
                        returning *
                        """)
                .param("first", FIRST_REST.toSeconds())
                .param("longest", LONGEST_REST.toSeconds())
                .query(ROW)
                .optional();
    }

    @Override
    public void putBack(NoticeId id) {
        jdbc.sql(
                        """
                        update outbox set tries = tries - 1, due_at = now() + :rest * interval '1 second'
                        where id = :id
                        """)
                .param("rest", OUTAGE_REST.toSeconds())
                .param("id", id.value())
                .update();
    }

    @Override
    public Optional<OutboxRow> beginRound(OutboxRow row) {
        return jdbc.sql(
                        """
                        update outbox set round = round + 1 where id = :id and round = :round
                        returning *
                        """)
                .param("id", row.id().value())
                .param("round", row.round())
                .query(ROW)
                .optional();
    }

    @Override
    public boolean sent(NoticeId id) {
        return jdbc.sql("delete from outbox where id = :id").param("id", id.value()).update() == 1;
    }

    @Override
    public boolean failed(NoticeId id, int round) {
        return jdbc.sql("delete from outbox where id = :id and round = :round")
                        .param("id", id.value())
                        .param("round", round)
                        .update()
                == 1;
    }

    @Override
    public void forgetOld() {
        jdbc.sql("delete from outbox where deadline <= now()").update();
    }
}
