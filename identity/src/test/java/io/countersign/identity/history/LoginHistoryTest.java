package io.countersign.identity.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.identity.OwnDatabase;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.attempt.AttemptId;
import io.countersign.identity.attempt.Outcome;
import io.countersign.identity.geolocation.GeolocationSettings;
import io.countersign.identity.geolocation.Places;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class LoginHistoryTest {

    private final JdbcClient jdbc = OwnDatabase.jdbc();
    private final LoginHistory history =
            new LoginHistory(jdbc, new Devices(), new Places(new GeolocationSettings(null)));

    @Test
    void pagesFollowEachOtherWithoutGapsOrRepetitionsAlsoWhereAllHappenedAtOnce() {
        AccountId account = OwnDatabase.account();
        Instant at = Instant.parse("2026-01-01T00:00:00.123456Z");
        for (int i = 0; i < 7; i++) {
            add(account, at);
        }

        List<AttemptId> seen = new ArrayList<>();
        @Nullable String from = null;
        int pages = 0;
        do {
            HistoryPage page = history.page(account, HistoryFilter.ALL, Locale.ENGLISH, from, 3);
            page.entries().forEach(entry -> seen.add(entry.id()));
            from = page.next().orElse(null);
            pages++;
        } while (from != null);

        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void anInventedPositionIsTheFirstPage() {
        AccountId account = OwnDatabase.account();
        add(account, Instant.parse("2026-01-01T00:00:00Z"));

        assertThat(
                        history.page(
                                        account,
                                        HistoryFilter.ALL,
                                        Locale.ENGLISH,
                                        "../../etc/passwd",
                                        3)
                                .entries())
                .hasSize(1);
        assertThat(history.page(account, HistoryFilter.ALL, Locale.ENGLISH, "AAAA", 3).entries())
                .hasSize(1);
    }

    @Test
    void nobodySeesTheHistoryOfAnotherAccount() {
        AccountId account = OwnDatabase.account();
        add(account, Instant.parse("2026-01-01T00:00:00Z"));

        assertThat(
                        history.page(
                                        OwnDatabase.account(),
                                        HistoryFilter.ALL,
                                        Locale.ENGLISH,
                                        null,
                                        3)
                                .entries())
                .isEmpty();
    }

    private void add(AccountId account, Instant at) {
        jdbc.sql(
                        """
                        insert into sign_in (id, account_id, started_at, deadline, address, user_agent, outcome, finished_at)
                        values (:id, :account, :at, :at, '192.0.2.1', '', :outcome, :at)
                        """)
                .param("id", UUID.randomUUID())
                .param("account", account.value())
                .param("at", Timestamp.from(at))
                .param("outcome", Outcome.WRONG_PASSWORD.name())
                .update();
    }
}
