package io.countersign.identity.attempt;

import io.countersign.identity.account.AccountId;
import io.countersign.identity.account.Accounts;
import java.sql.Types;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Attempts to give a second factor again, within a session. They end like all attempts. */
@Repository
public class StepUps {

    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final Attempts attempts;
    private final SignInSettings settings;

    StepUps(Accounts accounts, JdbcClient jdbc, Attempts attempts, SignInSettings settings) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /**
     * Begins one and replaces any that is under way.
     *
     * @param within the attempt that the session came from
     * @return empty where the account may not be used any more
     */
    @Transactional
    public Optional<Attempt> begin(AccountId account, AttemptId within, Origin origin) {
        return accounts.holdActive(account)
                ? Optional.of(begun(account, within, origin))
                : Optional.empty();
    }

    private Attempt begun(AccountId account, AttemptId within, Origin origin) {
        jdbc.sql(
                        """
                        update sign_in set outcome = 'CANCELLED', finished_at = now()
                        where within = :within and outcome = 'PENDING'
                        """)
                .param("within", within.value())
                .update();
        return jdbc.sql(
                        """
                        insert into sign_in (id, account_id, purpose, within, deadline, address, user_agent, outcome, bucket)
                        values (:id, :account, 'STEP_UP', :within, now() + :patience * interval '1 second',
                                :address, :agent, 'PENDING', :bucket)
                        returning *
                        """)
                .param("id", UUID.randomUUID())
                .param("account", account.value())
                .param("within", within.value())
                .param("patience", settings.patience().toSeconds())
                .param("address", origin.address())
                .param("agent", origin.userAgent())
                .param("bucket", attempts.bucket(account, origin).orElse(null), Types.OTHER)
                .query(Attempts.ATTEMPT)
                .single();
    }

    /** The one under way within a session. */
    public Optional<Attempt> underWay(AttemptId within) {
        return jdbc
                .sql("select * from sign_in where within = :within and outcome = 'PENDING'")
                .param("within", within.value())
                .query(Attempts.ATTEMPT)
                .list()
                .stream()
                .findFirst();
    }
}
