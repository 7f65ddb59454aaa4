package io.countersign.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** No statement may have to read all of a table that grows with the accounts. */
class LargeTablesTest {

    /** Otherwise the deletion of one row reads the whole table that refers to it. */
    @Test
    void every_reference_has_an_index() {
        List<String> without =
                OwnDatabase.jdbc()
                        .sql(
                                """
                                select c.conrelid::regclass || ' ' || c.conkey::text from pg_constraint c
                                where c.contype = 'f' and not exists (
                                  select from pg_index i
                                  where i.indrelid = c.conrelid
                                    and (i.indkey::smallint[])[0:cardinality(c.conkey) - 1] = c.conkey)
                                """)
                        .query(String.class)
                        .list();

        assertThat(without).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "answered_request, at < now()",
        "authenticator, activated_at is null and expires_at <= now()",
        "known_device, seen_at < now()",
        "mail_link, expires_at <= now()",
        "outbox, deadline <= now()",
        "password_try, at < now()",
        "phone, confirmed_at is null and expires_at <= now()",
        "remembered_device, expires_at <= now()",
        "sign_in, request is not null and started_at < now()",
        "sign_in, outcome = 'PENDING' and deadline <= now()",
        "sign_up, expires_at <= now()",
        "telegram_link, expires_at <= now()"
    })
    void what_is_old_is_found_by_an_index(String table, String old) {
        List<String> plan =
                new TransactionTemplate(OwnDatabase.transactions())
                        .execute(_ -> planWithoutSequentialScans(table, old));

        assertThat(plan.toString()).contains("Index Cond").doesNotContain("Seq Scan");
    }

    /** As far as there is one; in a small table an index does not pay. */
    private static List<String> planWithoutSequentialScans(String table, String old) {
        JdbcClient jdbc = OwnDatabase.jdbc();
        jdbc.sql("set local enable_seqscan = off").update();
        return jdbc.sql("explain select from " + table + " where " + old)
                .query(String.class)
                .list();
    }
}
