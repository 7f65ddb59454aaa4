package io.countersign.identity.factor.totp;

import io.countersign.identity.attempt.Forgetful;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.factor.FactorName;
import io.countersign.identity.factor.totp.code.TotpSecret;
import java.security.SecureRandom;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Authenticators that are being connected. Each belongs to the session that began it; to every
 * other session it does not exist.
 */
@Repository
class PendingAuthenticators implements Forgetful {

    private final JdbcClient jdbc;
    private final AuthenticatorRows rows;
    private final AuthenticatorSettings settings;
    private final SecureRandom random;

    PendingAuthenticators(
            JdbcClient jdbc,
            AuthenticatorRows rows,
            AuthenticatorSettings settings,
            SecureRandom random) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.settings = settings;
        this.random = random;
    }

    /** Begins one and replaces others that the session has begun. The caller holds the account. */
    Authenticator begin(SignedIn who, FactorName name) {
        jdbc.sql(
                        """
                        delete from authenticator
                        where account_id = :account and begun_by = :session and activated_at is null
                        """)
                .param("account", who.account().value())
                .param("session", who.attempt().value())
                .update();
        FactorId id = FactorId.next();
        return jdbc.sql(
                        """
                        insert into authenticator (id, account_id, name, secret, algorithm, begun_by, expires_at)
                        values (:id, :account, :name, :secret, :algorithm, :session,
                                now() + :patience * interval '1 second')
                        returning *
                        """)
                .param("id", id.value())
                .param("account", who.account().value())
                .param("name", name.value())
                .param("secret", rows.sealed(TotpSecret.next(random), who.account(), id))
                .param("algorithm", settings.algorithm().name())
                .param("session", who.attempt().value())
                .param("patience", settings.patience().toSeconds())
                .query((row, _) -> rows.authenticator(row))
                .single();
    }

    Optional<Authenticator> find(SignedIn who, FactorId id) {
        return jdbc.sql(
                        """
                        select * from authenticator
                        where id = :id and account_id = :account and begun_by = :session
                          and activated_at is null and expires_at > now()
                        """)
                .param("id", id.value())
                .param("account", who.account().value())
                .param("session", who.attempt().value())
                .query((row, _) -> rows.authenticator(row))
                .optional();
    }

    /**
     * Makes it a factor, with all steps up to this one used up; false when it is too late. The
     * caller holds the account.
     */
    boolean activate(Authenticator pending, long step) {
        return jdbc.sql(
                                """
                                update authenticator
                                set activated_at = now(), expires_at = null, last_step = :step
                                where id = :id and activated_at is null and expires_at > now()
                                  and (select count(*) from authenticator
                                       where account_id = :account and activated_at is not null) < :most
                                """)
                        .param("id", pending.id().value())
                        .param("account", pending.account().value())
                        .param("step", step)
                        .param("most", settings.most())
                        .update()
                == 1;
    }

    /** False where the session has none such. */
    boolean cancel(SignedIn who, FactorId id) {
        return jdbc.sql(
                                """
                                delete from authenticator
                                where id = :id and account_id = :account and begun_by = :session
                                  and activated_at is null
                                """)
                        .param("id", id.value())
                        .param("account", who.account().value())
                        .param("session", who.attempt().value())
                        .update()
                == 1;
    }

    @Override
    public void forgetOld() {
        jdbc.sql("delete from authenticator where activated_at is null and expires_at <= now()")
                .update();
    }
}
