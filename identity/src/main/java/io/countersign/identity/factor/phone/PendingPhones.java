package io.countersign.identity.factor.phone;

import io.countersign.events.content.Destination;
import io.countersign.events.id.ChallengeId;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.attempt.AttemptId;
import io.countersign.identity.attempt.Forgetful;
import io.countersign.identity.factor.FactorId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Phones that are being added. Each belongs to the session that began it, named by the attempt to
 * sign in that the session came from; to every other session it does not exist.
 */
@Repository
public class PendingPhones implements Forgetful {

    private final JdbcClient jdbc;
    private final PhoneRows rows;

    PendingPhones(JdbcClient jdbc, PhoneRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /**
     * Stores a phone that is yet to be proven and replaces an earlier one with the same number;
     * does nothing if the number is a factor already. The caller holds the account.
     */
    public Optional<PendingPhone> begin(
            AccountId account,
            AttemptId session,
            UsableNumber number,
            String name,
            Duration patience) {
        forget(account, number);
        FactorId id = FactorId.next();
        return jdbc.sql(
                        """
                        insert into phone (id, account_id, name, masked, region, number, number_tag, begun_by, expires_at)
                        values (:id, :account, :name, :masked, :region, :number, :tag, :session,
                                now() + :patience * interval '1 second')
                        on conflict (account_id, number_tag) do nothing
                        returning *
                        """)
                .param("id", id.value())
                .param("account", account.value())
                .param("name", name)
                .param("masked", number.destination().masked())
                .param("region", number.region())
                .param("number", rows.sealed(number.destination(), account, id))
                .param("tag", rows.tag(number.destination()))
                .param("session", session.value())
                .param("patience", patience.toSeconds())
                .query((row, _) -> pending(row))
                .optional();
    }

    /** How many phones the account has, counting those under way apart from this number. */
    public int countWithout(AccountId account, Destination number) {
        return jdbc.sql(
                        """
                        select count(*) from phone
                        where account_id = :account and number_tag <> :tag
                          and (confirmed_at is not null or expires_at > now())
                        """)
                .param("account", account.value())
                .param("tag", rows.tag(number))
                .query(Integer.class)
                .single();
    }

    /** The session's phones under way, the latest first. */
    public List<PendingPhone> of(AccountId account, AttemptId session) {
        return jdbc.sql(
                        """
                        select * from phone
                        where account_id = :account and begun_by = :session
                          and confirmed_at is null and expires_at > now()
                        order by created_at desc
                        """)
                .param("account", account.value())
                .param("session", session.value())
                .query((row, _) -> pending(row))
                .list();
    }

    public Optional<PendingPhone> find(AccountId account, AttemptId session, FactorId id) {
        return of(account, session).stream()
                .filter(pending -> pending.phone().id().equals(id))
                .findFirst();
    }

    /**
     * Makes this the challenge that decides, unless another has replaced the previous one.
     *
     * @return the one that decides now; empty when the phone is no longer under way
     */
    public Optional<ChallengeId> decideBy(
            FactorId id, Optional<ChallengeId> before, ChallengeId challenge) {
        jdbc.sql(
                        """
                        update phone set challenge_id = :challenge
                        where id = :id and confirmed_at is null
                          and challenge_id is not distinct from :before
                        """)
                .param("id", id.value())
                .param("challenge", challenge.value())
                .param("before", before.map(ChallengeId::value).orElse(null))
                .update();
        return jdbc.sql("select challenge_id from phone where id = :id and confirmed_at is null")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .map(ChallengeId::new);
    }

    /** Makes it a factor, by the approval of its own challenge alone; false when it is too late. */
    public boolean confirm(FactorId id, ChallengeId approved) {
        return jdbc.sql(
                                """
                                update phone set confirmed_at = now(), expires_at = null
                                where id = :id and challenge_id = :challenge
                                  and confirmed_at is null and expires_at > now()
                                """)
                        .param("id", id.value())
                        .param("challenge", approved.value())
                        .update()
                == 1;
    }

    /** Forgets one under way; false where the session has none such. */
    public boolean cancel(AccountId account, AttemptId session, FactorId id) {
        return jdbc.sql(
                                """
                                delete from phone where id = :id and account_id = :account
                                  and begun_by = :session and confirmed_at is null
                                """)
                        .param("id", id.value())
                        .param("account", account.value())
                        .param("session", session.value())
                        .update()
                == 1;
    }

    /** Forgets phones that were not proven in time. */
    @Override
    public void forgetOld() {
        jdbc.sql("delete from phone where confirmed_at is null and expires_at <= now()").update();
    }

    private void forget(AccountId account, UsableNumber number) {
        jdbc.sql(
                        """
                        delete from phone
                        where account_id = :account and confirmed_at is null
                          and (number_tag = :tag or expires_at <= now())
                        """)
                .param("account", account.value())
                .param("tag", rows.tag(number.destination()))
                .update();
    }

    private PendingPhone pending(ResultSet row) throws SQLException {
        return new PendingPhone(
                rows.phone(row),
                Optional.ofNullable(row.getString("challenge_id")).map(ChallengeId::new),
                row.getTimestamp("expires_at").toInstant());
    }
}
