package io.countersign.identity.factor.telegram.link;

import io.countersign.events.id.ChallengeId;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.attempt.AttemptId;
import io.countersign.identity.attempt.Forgetful;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Linkings under way; each belongs to the session that began it. */
@Repository
public class TelegramLinks implements Forgetful {

    private final JdbcClient jdbc;

    TelegramLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public TelegramLink begin(
            AccountId account,
            AttemptId session,
            String name,
            ChallengeId statement,
            Duration patience) {
        return jdbc.sql(
                        """
                        insert into telegram_link (id, account_id, begun_by, name, statement_id, expires_at)
                        values (:id, :account, :session, :name, :statement, now() + :patience * interval '1 second')
                        returning *
                        """)
                .param("id", UUID.randomUUID())
                .param("account", account.value())
                .param("session", session.value())
                .param("name", name)
                .param("statement", statement.value())
                .param("patience", patience.toSeconds())
                .query((row, _) -> link(row))
                .single();
    }

    public Optional<TelegramLink> find(AccountId account, AttemptId session, UUID id) {
        return jdbc.sql(
                        """
                        select * from telegram_link
                        where id = :id and account_id = :account and begun_by = :session
                          and expires_at > now()
                        """)
                .param("id", id)
                .param("account", account.value())
                .param("session", session.value())
                .query((row, _) -> link(row))
                .optional();
    }

    /** Of any number of callers, only one takes it. */
    public boolean take(AccountId account, AttemptId session, UUID id) {
        return jdbc.sql(
                                """
                                delete from telegram_link
                                where id = :id and account_id = :account and begun_by = :session
                                  and expires_at > now()
                                """)
                        .param("id", id)
                        .param("account", account.value())
                        .param("session", session.value())
                        .update()
                == 1;
    }

    @Override
    public void forgetOld() {
        jdbc.sql("delete from telegram_link where expires_at <= now()").update();
    }

    private static TelegramLink link(ResultSet row) throws SQLException {
        return new TelegramLink(
                row.getObject("id", UUID.class),
                row.getString("name"),
                new ChallengeId(row.getString("statement_id")),
                row.getTimestamp("expires_at").toInstant());
    }
}
