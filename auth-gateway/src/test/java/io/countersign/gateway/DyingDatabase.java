package io.countersign.gateway;

import io.countersign.identity.account.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Dies when it is to commit a completed sign-in; everything else works. */
public record DyingDatabase(JdbcClient jdbc) {

    public void die(AccountId account) {
        jdbc.sql(
                        """
                        create or replace function dies() returns trigger language plpgsql as
                        $$ begin raise exception 'dies' using errcode = '57P01'; end $$
                        """)
                .update();
        jdbc.sql(
                        """
                        create constraint trigger dies after update on sign_in
                        deferrable initially deferred for each row
                        when (new.outcome = 'SIGNED_IN' and new.account_id = '%s')
                        execute function dies()
                        """
                                .formatted(account))
                .update();
    }

    public void comeBack() {
        jdbc.sql("drop trigger if exists dies on sign_in").update();
    }
}
