package io.countersign.gateway.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.ApiClient;
import io.countersign.gateway.GatewayTest;
import io.countersign.gateway.Visitor;
import io.countersign.gateway.web.Page;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.attempt.Outcome;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** On the page and in the API. */
class HistoryTest extends GatewayTest {

    @Autowired private JdbcClient jdbc;

    @Test
    void showsWhatWorkedAndWhatDidNot() {
        Person person = person();
        visitor().signIn(person.email(), "something else");
        Visitor visitor = visitor();
        visitor.signIn(person.email(), PASSWORD);
        visitor.answer(inbox.code(person.phone(), 1));

        Page page = Page.of(visitor.get("/security/history"));

        assertThat(page.document().select(".entry").eachText())
                .satisfiesExactly(
                        own ->
                                assertThat(own)
                                        .startsWith("Signed in")
                                        .contains("Code by SMS", "This session"),
                        wrong ->
                                assertThat(wrong)
                                        .startsWith("Wrong password")
                                        .contains("Unknown device")
                                        .doesNotContain("This session"));
    }

    @ParameterizedTest
    @EnumSource
    void hasAWordForEveryOutcome(Outcome outcome) {
        Person person = personWithoutPhone();
        Visitor visitor = visitor();
        visitor.signIn(person.email(), PASSWORD);
        add(person.account(), outcome);

        assertThat(Page.of(visitor.get("/security/history")).text())
                .doesNotContain("history.outcome");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WRONG_PASSWORD")
    void tellsAConfirmationOfAChangeFromASignIn(Outcome outcome) {
        Person person = personWithoutPhone();
        Visitor visitor = visitor();
        visitor.signIn(person.email(), PASSWORD);
        addStepUp(person.account(), outcome);

        Page page = Page.of(visitor.get("/security/history"));

        assertThat(page.document().select(".entry").eachText().getFirst())
                .startsWith(
                        outcome == Outcome.SIGNED_IN
                                ? "Confirmed a change"
                                : "Confirmation of a change:");
    }

    @Test
    void goesBackPageByPage() {
        Person person = personWithoutPhone();
        for (int i = 0; i < 45; i++) {
            add(person.account(), Outcome.WRONG_PASSWORD);
        }
        Visitor visitor = visitor();
        visitor.signIn(person.email(), PASSWORD);

        Page first = Page.of(visitor.get("/security/history"));
        Page second = Page.of(visitor.get(first.attribute("#older", "href")));
        Page third = Page.of(visitor.get(second.attribute("#older", "href")));

        assertThat(first.document().select(".entry")).hasSize(20);
        assertThat(first.has("#newest")).isFalse();
        assertThat(second.document().select(".entry")).hasSize(20);
        assertThat(second.attribute("#newest", "href")).isEqualTo("/security/history");
        assertThat(third.document().select(".entry")).hasSize(6);
        assertThat(third.has("#older")).isFalse();
    }

    @Test
    void keepsTheFilterFromPageToPage() {
        Person person = personWithoutPhone();
        for (int i = 0; i < 21; i++) {
            add(person.account(), Outcome.WRONG_PASSWORD);
        }
        Visitor visitor = visitor();
        visitor.signIn(person.email(), PASSWORD);

        Page first = Page.of(visitor.get("/security/history?only=failures&since=2020-01-01"));
        Page second = Page.of(visitor.get(first.attribute("#older", "href")));

        assertThat(first.attribute("#only option[selected]", "value")).isEqualTo("failures");
        assertThat(first.attribute("#since", "value")).isEqualTo("2020-01-01");
        assertThat(second.document().select(".entry")).hasSize(1);
        assertThat(second.attribute("#newest", "href"))
                .isEqualTo("/security/history?only=failures&since=2020-01-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"since=2026-02-30", "until=%2B999999999-12-31", "method=%27", "only=x"})
    void doesNotMindAFilterThatMakesNoSense(String query) {
        Visitor visitor = visitor();
        visitor.signIn(personWithoutPhone().email(), PASSWORD);

        Page page = Page.of(visitor.get("/security/history?" + query));

        assertThat(page.document().select(".entry")).hasSize(1);
    }

    @Test
    void takesAPositionThatNobodyGaveOutForTheFirst() {
        Visitor visitor = visitor();
        visitor.signIn(personWithoutPhone().email(), PASSWORD);

        assertThat(Page.of(visitor.get("/security/history?from=%00nonsense")).status())
                .isEqualTo(200);
    }

    @Test
    void theApiHasRightAndWrongAttemptsNewestFirst() {
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
    void theApiHasOnlyWhatIsAskedFor() {
        Person person = person();
        client().signIn(person.email(), "a wrong password for tests");
        addInJanuary(person.account());
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

    private void add(AccountId account, Outcome outcome) {
        jdbc.sql(
                        """
                        insert into sign_in (id, account_id, deadline, address, user_agent, outcome, finished_at)
                        values (:id, :account, now() + interval '10 minutes', '192.0.2.7', '', :outcome,
                                case when :outcome = 'PENDING' then null else now() end)
                        """)
                .param("id", UUID.randomUUID())
                .param("account", account.value())
                .param("outcome", outcome.name())
                .update();
    }

    private void addInJanuary(AccountId account) {
        jdbc.sql(
                        """
                        insert into sign_in (id, account_id, started_at, deadline, address, user_agent, outcome, finished_at)
                        values (:id, :account, :at, :at, '192.0.2.1', '', 'WRONG_PASSWORD', :at)
                        """)
                .param("id", UUID.randomUUID())
                .param("account", account.value())
                .param("at", Timestamp.from(Instant.parse("2026-01-01T00:00:00Z")))
                .update();
    }

    private void addStepUp(AccountId account, Outcome outcome) {
        jdbc.sql(
                        """
                        insert into sign_in (id, account_id, purpose, within, deadline, address, user_agent, outcome, finished_at)
                        select :id, :account, 'STEP_UP', id, now() + interval '10 minutes', '192.0.2.7', '', :outcome,
                               case when :outcome = 'PENDING' then null else now() end
                        from sign_in where account_id = :account
                        """)
                .param("id", UUID.randomUUID())
                .param("account", account.value())
                .param("outcome", outcome.name())
                .update();
    }
}
