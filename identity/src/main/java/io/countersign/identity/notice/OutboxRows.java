package io.countersign.identity.notice;

import io.countersign.events.content.NoticeKind;
import io.countersign.events.id.NoticeId;
import io.countersign.identity.attempt.Forgetful;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The notices in the database, from their cause to the report that they were sent. */
@Repository
class OutboxRows implements Forgetful {

    /** How long a notice that has no end of its own is worth sending. */
    private static final Duration WORTH_SENDING = Duration.ofDays(3);

    private static final Duration FIRST_REST = Duration.ofMinutes(1);
    private static final Duration LONGEST_REST = Duration.ofHours(1);

    /** The wait before broker or store are asked again after they did not answer. */
    private static final Duration OUTAGE_REST = Duration.ofSeconds(15);

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

    OutboxRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(
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

    /**
     * Takes the notice that has been due for longest, and puts it off: if the taker dies, it comes
     * up again. No one else gets it meanwhile.
     */
    Optional<OutboxRow> takeDue() {
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

    /** Has it come up again soon: it could not be requested. */
    void putBack(NoticeId id) {
        jdbc.sql(
                        """
                        update outbox set tries = tries - 1, due_at = now() + :rest * interval '1 second'
                        where id = :id
                        """)
                .param("rest", OUTAGE_REST.toSeconds())
                .param("id", id.value())
                .update();
    }

    /**
     * Begins its next round; empty when it has ended meanwhile, or another process has begun that
     * round.
     */
    Optional<OutboxRow> beginRound(OutboxRow row) {
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

    /** It was sent; false when that is known already. */
    boolean sent(NoticeId id) {
        return jdbc.sql("delete from outbox where id = :id").param("id", id.value()).update() == 1;
    }

    /**
     * Its latest round will not arrive; false when there is a later one, or this is known already.
     */
    boolean failed(NoticeId id, int round) {
        return jdbc.sql("delete from outbox where id = :id and round = :round")
                        .param("id", id.value())
                        .param("round", round)
                        .update()
                == 1;
    }

    /** Forgets notices that have ended. */
    @Override
    public void forgetOld() {
        jdbc.sql("delete from outbox where deadline <= now()").update();
    }
}
