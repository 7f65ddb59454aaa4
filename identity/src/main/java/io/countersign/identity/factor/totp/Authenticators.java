package io.countersign.identity.factor.totp;

import io.countersign.identity.account.AccountId;
import io.countersign.identity.factor.Factor;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.factor.FactorName;
import io.countersign.identity.factor.FactorStore;
import io.countersign.identity.reads.RequestReads;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The activated authenticators in the database. */
@Repository
public class Authenticators implements FactorStore, ActiveAuthenticators {

    private final JdbcClient jdbc;
    private final AuthenticatorRows rows;

    Authenticators(JdbcClient jdbc, AuthenticatorRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Override
    public List<Authenticator> of(AccountId account) {
        return RequestReads.once(account, "authenticator", () -> read(account));
    }

    private List<Authenticator> read(AccountId account) {
        return jdbc.sql(
                        """
                        select * from authenticator
                        where account_id = :account and activated_at is not null
                        order by last_used_at desc nulls last, created_at
                        """)
                .param("account", account.value())
                .query((row, _) -> rows.authenticator(row))
                .list();
    }

    public Optional<Authenticator> find(AccountId account, FactorId id) {
        return of(account).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    @Override
    public boolean takes(Authenticator authenticator, long step) {
        return jdbc.sql(
                        """
                        select last_step < :step and :step <> all (refused_steps) from authenticator
                        where id = :id and account_id = :account and activated_at is not null
                        """)
                .param("id", authenticator.id().value())
                .param("account", authenticator.account().value())
                .param("step", step)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    @Override
    public void accept(Authenticator authenticator, long step) {
        int accepted =
                jdbc.sql(
                                """
                                update authenticator set last_step = :step, last_used_at = now()
                                where id = :id and account_id = :account and activated_at is not null
                                  and last_step < :step and :step <> all (refused_steps)
                                """)
                        .param("id", authenticator.id().value())
                        .param("account", authenticator.account().value())
                        .param("step", step)
                        .update();
        if (accepted != 1) {
            throw new IllegalStateException("the code has been used meanwhile");
        }
    }

    @Override
    public void refuse(Authenticator authenticator, long step, long now) {
        jdbc.sql(
                        """
                        update authenticator
                        set refused_steps = array_append(array(
                            select each from unnest(refused_steps) each
                            where each >= :now - 1 and each <> :step), :step)
                        where id = :id
                        """)
                .param("id", authenticator.id().value())
                .param("step", step)
                .param("now", now)
                .update();
    }

    @Override
    public List<Factor> factors(AccountId account) {
        return of(account).stream().map(Authenticator::factor).toList();
    }

    @Override
    public boolean rename(AccountId account, FactorId id, FactorName name) {
        return jdbc.sql(
                                """
                                update authenticator set name = :name
                                where id = :id and account_id = :account and activated_at is not null
                                """)
                        .param("id", id.value())
                        .param("account", account.value())
                        .param("name", name.value())
                        .update()
                == 1;
    }

    @Override
    public boolean remove(AccountId account, FactorId id) {
        return jdbc.sql(
                                """
                                delete from authenticator
                                where id = :id and account_id = :account and activated_at is not null
                                """)
                        .param("id", id.value())
                        .param("account", account.value())
                        .update()
                == 1;
    }
}
