package io.countersign.identity.factor.phone.call;

import io.countersign.identity.account.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The count in the database. */
@Repository
class PostgresCountedCalls implements CountedCalls {

    private final JdbcClient jdbc;

    PostgresCountedCalls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int add(AccountId account) {
        jdbc.sql("insert into wrong_call (account_id) values (:account)")
                .param("account", account.value())
                .update();
        return jdbc.sql("select count(*) from wrong_call where account_id = :account")
                .param("account", account.value())
                .query(Integer.class)
                .single();
    }

    @Override
    public void forget(AccountId account) {
        jdbc.sql("delete from wrong_call where account_id = :account")
                .param("account", account.value())
                .update();
    }
}
