package io.countersign.identity.attempt;

import io.countersign.challenge.Method;
import io.countersign.events.Purpose;
import io.countersign.events.id.ChallengeId;
import io.countersign.identity.account.AccountId;
import java.sql.Types;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The attempts in the database, which has the last word: an attempt that has ended stays ended, and
 * only the one SQL statement that ends it as signed in may be followed by a session.
 */
@Repository
public class Attempts {

    static final RowMapper<Attempt> ATTEMPT =
            (row, _) ->
                    new Attempt(
                            new AttemptId(row.getObject("id", UUID.class)),
                            Purpose.valueOf(row.getString("purpose")),
                            new AccountId(row.getObject("account_id", UUID.class)),
                            row.getTimestamp("deadline").toInstant(),
                            Outcome.valueOf(row.getString("outcome")),
                            Optional.ofNullable(row.getString("challenge_id"))
                                    .map(ChallengeId::new),
                            Optional.ofNullable(row.getObject("bucket", UUID.class)));

    private final JdbcClient jdbc;
    private final KnownDevices devices;

    Attempts(JdbcClient jdbc, KnownDevices devices) {
        this.jdbc = jdbc;
        this.devices = devices;
    }

    /**
     * Records a right password.
     *
     * @param request names the request it came with; the same one again is the same attempt
     */
    public Attempt begin(
            AccountId account, Origin origin, Duration patience, @Nullable String request) {
        return jdbc.sql(
                        """
                        insert into sign_in (id, account_id, deadline, address, user_agent, outcome, request, bucket)
                        values (:id, :account, now() + :patience * interval '1 second', :address, :agent, 'PENDING', :request, :bucket)
                        on conflict (account_id, request) do update set request = excluded.request
                        returning *
                        """)
                .param("id", UUID.randomUUID())
                .param("account", account.value())
                .param("patience", patience.toSeconds())
                .param("request", request)
                .param("bucket", bucket(account, origin).orElse(null), Types.OTHER)
                .param("address", origin.address())
                .param("agent", origin.userAgent())
                .query(ATTEMPT)
                .single();
    }

    /** The bucket of the known device that the request comes from. */
    Optional<UUID> bucket(AccountId account, Origin origin) {
        return origin.deviceToken().flatMap(token -> devices.bucket(account, token));
    }

    /** Records a wrong password. */
    public void refuse(AccountId account, Origin origin) {
        jdbc.sql(
                        """
                        insert into sign_in (id, account_id, deadline, address, user_agent, outcome, finished_at)
                        values (:id, :account, now(), :address, :agent, 'WRONG_PASSWORD', now())
                        """)
                .param("id", UUID.randomUUID())
                .param("account", account.value())
                .param("address", origin.address())
                .param("agent", origin.userAgent())
                .update();
    }

    /** The attempt that this challenge decides. */
    public Optional<Attempt> decidedBy(ChallengeId challenge) {
        return jdbc.sql("select * from sign_in where challenge_id = :challenge")
                .param("challenge", challenge.value())
                .query(ATTEMPT)
                .optional();
    }

    /** Where an attempt came from. */
    public Origin origin(AttemptId id) {
        return jdbc.sql("select address, user_agent from sign_in where id = :id")
                .param("id", id.value())
                .query(
                        (row, _) ->
                                new Origin(
                                        row.getString("address"),
                                        row.getString("user_agent"),
                                        Optional.empty()))
                .single();
    }

    public Optional<Attempt> find(AttemptId id) {
        return jdbc.sql("select * from sign_in where id = :id")
                .param("id", id.value())
                .query(ATTEMPT)
                .optional();
    }

    /**
     * Makes this the challenge that decides, unless another has replaced the previous one.
     *
     * @return the one that decides now; empty when the attempt has ended meanwhile
     */
    public Optional<ChallengeId> decideBy(
            AttemptId id, Optional<ChallengeId> before, ChallengeId challenge) {
        boolean decides =
                jdbc.sql(
                                        """
                                        update sign_in set challenge_id = :challenge
                                        where id = :id and outcome = 'PENDING' and deadline > now()
                                          and challenge_id is not distinct from :before
                                        """)
                                .param("id", id.value())
                                .param("challenge", challenge.value())
                                .param("before", before.map(ChallengeId::value).orElse(null))
                                .update()
                        == 1;
        return decides
                ? Optional.of(challenge)
                : find(id).filter(Attempt::pending).flatMap(Attempt::challenge);
    }

    /**
     * Ends a pending attempt as signed in, or as stepped up; false when it has ended already in any
     * way.
     *
     * @param challenge the challenge that was approved; null where no second factor is asked for
     */
    public boolean signIn(AttemptId id, @Nullable ChallengeId challenge, @Nullable Method method) {
        return jdbc.sql(
                                """
                                update sign_in set outcome = 'SIGNED_IN', method = :method, finished_at = now()
                                where id = :id and outcome = 'PENDING' and deadline > now()
                                  and challenge_id is not distinct from :challenge
                                """)
                        .param("id", id.value())
                        .param("challenge", challenge == null ? null : challenge.value())
                        .param("method", method == null ? null : method.name())
                        .update()
                == 1;
    }

    /**
     * Ends a pending attempt as signed in from a remembered device of its account; false when it
     * has ended already, when a challenge is to decide it, and when there is no such device.
     */
    public boolean signInFrom(AttemptId id, UUID device) {
        return jdbc.sql(
                                """
                                update sign_in s set outcome = 'SIGNED_IN', remembered_device = d.id, finished_at = now()
                                from remembered_device d
                                where s.id = :id and s.purpose = 'SIGN_IN' and s.outcome = 'PENDING'
                                  and s.deadline > now() and s.challenge_id is null
                                  and d.id = :device and d.account_id = s.account_id
                                """)
                        .param("id", id.value())
                        .param("device", device)
                        .update()
                == 1;
    }

    /** Ends a pending attempt without a session; does nothing where it has ended already. */
    public void end(AttemptId id, Outcome outcome) {
        jdbc.sql(
                        """
                        update sign_in set outcome = :outcome, finished_at = now()
                        where id = :id and outcome = 'PENDING'
                        """)
                .param("id", id.value())
                .param("outcome", outcome.name())
                .update();
    }

    /**
     * Ends an attempt as one that was not made by its account's owner, even if it has been finished
     * or given up meanwhile. The caller holds the account.
     *
     * @return how it stood before; empty where it has ended otherwise
     */
    public Optional<Outcome> disown(AttemptId id) {
        return jdbc.sql(
                        """
                        update sign_in set outcome = 'DENIED', finished_at = now()
                        from (select id, outcome from sign_in where id = :id for update) before
                        where sign_in.id = before.id and before.outcome in ('PENDING', 'SIGNED_IN', 'CANCELLED')
                        returning before.outcome
                        """)
                .param("id", id.value())
                .query(String.class)
                .optional()
                .map(Outcome::valueOf);
    }

    /** Ends all attempts of the account that are under way. */
    public void endAll(AccountId account, Outcome outcome) {
        jdbc.sql(
                        """
                        update sign_in set outcome = :outcome, finished_at = now()
                        where account_id = :account and outcome = 'PENDING'
                        """)
                .param("account", account.value())
                .param("outcome", outcome.name())
                .update();
    }

    /** Ends attempts that were not finished in time; returns how many. */
    int endOverdue() {
        return jdbc.sql(
                        """
                        update sign_in set outcome = 'EXPIRED', finished_at = now()
                        where outcome = 'PENDING' and deadline <= now()
                        """)
                .update();
    }
}
