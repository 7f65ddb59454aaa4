package io.countersign.identity.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.ApiClient;
import io.countersign.gateway.GatewayTest;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.attempt.AttemptId;
import io.countersign.identity.attempt.Outcome;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class LoginHistoryTest extends GatewayTest {

    private static final String FIREFOX =
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    @Autowired private LoginHistory history;
    @Autowired private JdbcClient jdbc;

    @Test
    void rightAndWrongAttemptsAreThereNewestFirst() {
        Person person = person();
        client().signIn(person.email(), "a wrong password for tests");
        ApiClient client = client();
        client.signIn(person.email(), PASSWORD);
        client.answer(inbox.code(person.phone(), 1));

        JsonNode entries = client.get("/api/v1/history").body().path("entries");

        assertThat(entries).hasSize(2);
        assertThat(entries.path(0).path("outcome").asString()).isEqualTo("SIGNED_IN");
        assertThat(entries.path(0).path("method").asString()).isEqualTo("SMS");
        assertThat(entries.path(0).path("address").asString()).isEqualTo("127.0.0.1");
        assertThat(entries.path(1).path("outcome").asString()).isEqualTo("WRONG_PASSWORD");
    }

    @Test
    void pagesFollowEachOtherWithoutGapsOrRepetitionsAlsoWhereAllHappenedAtOnce() {
        AccountId account = personWithoutPhone().account();
        Instant at = Instant.parse("2026-01-01T00:00:00.123456Z");
        for (int i = 0; i < 7; i++) {
            add(account, at, FIREFOX);
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
        AccountId account = personWithoutPhone().account();
        add(account, Instant.parse("2026-01-01T00:00:00Z"), FIREFOX);

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
        AccountId account = personWithoutPhone().account();
        add(account, Instant.parse("2026-01-01T00:00:00Z"), FIREFOX);

        assertThat(
                        history.page(
                                        personWithoutPhone().account(),
                                        HistoryFilter.ALL,
                                        Locale.ENGLISH,
                                        null,
                                        3)
                                .entries())
                .isEmpty();
    }

    @Test
    void onlyWhatIsAskedForIsThere() {
        Person person = person();
        client().signIn(person.email(), "a wrong password for tests");
        add(person.account(), Instant.parse("2026-01-01T00:00:00Z"), FIREFOX);
        ApiClient client = client();
        client.signIn(person.email(), PASSWORD);
        client.answer(inbox.code(person.phone(), 1));

        assertThat(outcomes(client, "")).hasSize(3);
        assertThat(outcomes(client, "?failures=true"))
                .containsExactly("WRONG_PASSWORD", "WRONG_PASSWORD");
        assertThat(outcomes(client, "?method=SMS")).containsExactly("SIGNED_IN");
        assertThat(outcomes(client, "?method=TOTP")).isEmpty();
        assertThat(outcomes(client, "?since=2026-01-01T00:00:00Z&until=2026-01-01T00:00:01Z"))
                .hasSize(1);
        assertThat(outcomes(client, "?until=2026-01-01T00:00:00Z")).isEmpty();
        assertThat(client.get("/api/v1/history?method=PIGEON").status()).isEqualTo(400);
        assertThat(client.get("/api/v1/history?since=yesterday").status()).isEqualTo(400);
    }

    private static List<String> outcomes(ApiClient client, String query) {
        return client.get("/api/v1/history" + query).body().path("entries").values().stream()
                .map(entry -> entry.path("outcome").asString())
                .toList();
    }

    @Test
    void aBrowserIsNamedAsFarAsItSays() {
        Devices devices = new Devices();

        assertThat(devices.of(FIREFOX)).isEqualTo(new Device("Firefox", "Linux"));
        assertThat(
                        devices.of(
                                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X)"
                                        + " AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5"
                                        + " Mobile/15E148 Safari/604.1"))
                .isEqualTo(new Device("Mobile Safari", "iOS"));
        assertThat(devices.of("")).isEqualTo(new Device(null, null));
        assertThat(devices.of("<script>")).isEqualTo(new Device(null, null));
    }

    private void add(AccountId account, Instant at, String agent) {
        jdbc.sql(
                        """
                        insert into sign_in (id, account_id, started_at, deadline, address, user_agent, outcome, finished_at)
                        values (:id, :account, :at, :at, '192.0.2.1', :agent, :outcome, :at)
                        """)
                .param("id", UUID.randomUUID())
                .param("account", account.value())
                .param("at", Timestamp.from(at))
                .param("agent", agent)
                .param("outcome", Outcome.WRONG_PASSWORD.name())
                .update();
    }
}
