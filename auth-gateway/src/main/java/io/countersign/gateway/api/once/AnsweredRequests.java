package io.countersign.gateway.api.once;

import io.countersign.engine.keys.GatewayKeys;
import io.countersign.engine.send.SendRequest.SetOut;
import io.countersign.events.id.ChallengeId;
import io.countersign.identity.attempt.Forgetful;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The requests of the last 24 hours that had a key, and the answers that they got. */
@Repository
class AnsweredRequests implements Forgetful {

    private final JdbcClient jdbc;
    private final GatewayKeys keys;

    AnsweredRequests(JdbcClient jdbc, GatewayKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /**
     * Takes the request on; false where another process has taken it on and still counts. A process
     * that has not answered within 30 seconds counts as dead, but a request that has sent something
     * is never done again.
     */
    boolean begin(Row row) {
        return jdbc.sql(
                                """
                                insert into answered_request as known (scope, key_tag, body_tag)
                                values (:scope, :key, :body)
                                on conflict (scope, key_tag) do update
                                set body_tag = excluded.body_tag, status = null, answer = null, sent = null, at = now()
                                where known.at < now() - interval '24 hours'
                                   or known.status is null and known.sent is null
                                      and known.at < now() - interval '30 seconds'
                                """)
                        .param("scope", row.scope())
                        .param("key", row.keyTag())
                        .param("body", row.bodyTag())
                        .update()
                == 1;
    }

    Optional<Known> find(Row row) {
        return jdbc.sql(
                        """
                        select body_tag, status, answer, sent, at < now() - interval '30 seconds' as dead
                        from answered_request
                        where scope = :scope and key_tag = :key
                        """)
                .param("scope", row.scope())
                .param("key", row.keyTag())
                .query((found, _) -> known(found, row))
                .optional();
    }

    private static Known known(ResultSet found, Row row) throws SQLException {
        int status = found.getInt("status");
        return new Known(
                found.getString("body_tag").equals(row.bodyTag()),
                Optional.ofNullable(found.getString("answer"))
                        .map(json -> new Answer(status, json)),
                Optional.ofNullable(found.getString("sent")).map(AnsweredRequests::sent),
                found.getBoolean("dead"));
    }

    private static SetOut sent(String text) {
        String[] parts = text.split(" ", 3);
        return new SetOut(
                new ChallengeId(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    void setOut(Row row, SetOut sent) {
        jdbc.sql(
                        """
                        update answered_request set sent = :sent
                        where scope = :scope and key_tag = :key
                        """)
                .param(
                        "sent",
                        "%s %d %d".formatted(sent.challenge().value(), sent.first(), sent.last()))
                .param("scope", row.scope())
                .param("key", row.keyTag())
                .update();
    }

    void finish(Row row, Answer answer) {
        jdbc.sql(
                        """
                        update answered_request set status = :status, answer = :answer
                        where scope = :scope and key_tag = :key
                        """)
                .param("status", answer.status())
                .param("answer", answer.json())
                .param("scope", row.scope())
                .param("key", row.keyTag())
                .update();
    }

    /** No process works on it any more: it may be tried again, unless it has sent something. */
    void brokeOff(Row row) {
        jdbc.sql(
                        """
                        update answered_request set at = at - interval '30 seconds'
                        where scope = :scope and key_tag = :key and status is null
                        """)
                .param("scope", row.scope())
                .param("key", row.keyTag())
                .update();
    }

    /** The request had no effect and may be tried again. */
    void giveUp(Row row) {
        jdbc.sql("delete from answered_request where scope = :scope and key_tag = :key")
                .param("scope", row.scope())
                .param("key", row.keyTag())
                .update();
    }

    Row row(String scope, IdempotencyKey key, String body) {
        return new Row(
                scope,
                keys.tag("idempotency-key", scope + "\n" + key.value()),
                keys.tag("idempotent-body", scope + "\n" + body));
    }

    @Override
    public void forgetOld() {
        jdbc.sql("delete from answered_request where at < now() - interval '24 hours'").update();
        jdbc.sql(
                        """
                        update sign_in set request = null
                        where request is not null and started_at < now() - interval '24 hours'
                        """)
                .update();
    }

    /** The key under which a request is kept; key and body as MACs. */
    record Row(String scope, String keyTag, String bodyTag) {}

    /**
     * What is known about a request.
     *
     * @param sameBody whether it is the same one
     * @param answer empty while it runs, and if it broke off
     * @param sent what it has sent
     * @param dead whether no process can still be working on it
     */
    record Known(boolean sameBody, Optional<Answer> answer, Optional<SetOut> sent, boolean dead) {}

    record Answer(int status, String json) {}
}
