package io.countersign.gateway.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.Verdict;
import io.countersign.challenge.store.Challenges;
import io.countersign.events.Channel;
import io.countersign.events.Statement;
import io.countersign.gateway.ApiClient;
import io.countersign.gateway.FakeWorkers;
import io.countersign.gateway.FakeWorkers.Request;
import io.countersign.gateway.GatewayTest;
import io.countersign.identity.account.AccountStatus;
import io.countersign.identity.account.Accounts;
import io.countersign.identity.factor.telegram.TelegramAccount;
import io.countersign.identity.factor.telegram.TelegramAccounts;
import io.countersign.test.AtOnce;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same as {@link BarredAccountTest} where the answer comes from elsewhere. */
@Tag("SECURITY-12")
class BarredInTelegramTest extends GatewayTest {

    @Autowired private Accounts accounts;
    @Autowired private TelegramAccounts telegram;
    @Autowired private Challenges challenges;
    @Autowired private FakeWorkers workers;
    @Autowired private JdbcClient jdbc;

    private Person person;
    private ApiClient client;
    private Request prompt;
    private int number;

    @BeforeEach
    void ask() {
        person = personWithoutPhone();
        String chat = linkTelegram(person);
        client = client();
        client.signIn(person.email(), PASSWORD);
        prompt = workers.to(chat, 1).getFirst();
        number = client.get("/api/v1/challenge").body().path("number").asInt();
    }

    @ParameterizedTest
    @EnumSource(names = {"LOCKED", "DISABLED"})
    void the_right_number_approves_nothing(AccountStatus status) {
        accounts.setStatus(person.account(), status);

        workers.presses(prompt, number);
        Awaitility.await().until(() -> outcome().equals("BARRED"));

        assertThat(finish().problem()).isEqualTo("sign-in-ended");
        Awaitility.await().until(() -> verdict() != Verdict.PENDING);
        assertThat(verdict()).isEqualTo(Verdict.EXPIRED);
        assertThat(telegram.of(person.account()))
                .extracting(TelegramAccount::lastUsedAt)
                .containsOnlyNulls();
    }

    @ParameterizedTest
    @EnumSource(names = {"LOCKED", "DISABLED"})
    void nor_does_it_when_the_page_is_the_first_to_hear_of_it(AccountStatus status) {
        accounts.setStatus(person.account(), status);
        var decision = new Statement.Decision(prompt.event().delivery(1), number);
        workers.keep(Channel.TELEGRAM, prompt.challenge(), decision);

        assertThat(finish().problem()).isEqualTo("sign-in-ended");

        assertThat(verdict()).isEqualTo(Verdict.EXPIRED);
        assertThat(outcome()).isEqualTo("BARRED");
    }

    @ParameterizedTest
    @EnumSource(names = {"LOCKED", "DISABLED"})
    void an_approval_of_before_signs_nobody_in(AccountStatus status) {
        workers.presses(prompt, number);
        Awaitility.await().until(() -> verdict() == Verdict.APPROVED);
        accounts.setStatus(person.account(), status);

        List<ApiClient.Answer> answers =
                AtOnce.times(20, _ -> client.copy().post("/api/v1/challenge/finish", Map.of()));

        assertThat(answers).allMatch(answer -> answer.problem().equals("sign-in-ended"));
        assertThat(outcome()).isEqualTo("BARRED");
    }

    private ApiClient.Answer finish() {
        return client.post("/api/v1/challenge/finish", Map.of());
    }

    private Verdict verdict() {
        return challenges.find(prompt.challenge()).orElseThrow().verdict();
    }

    private String outcome() {
        return jdbc.sql("select outcome from sign_in where account_id = :account")
                .param("account", person.account().value())
                .query(String.class)
                .single();
    }
}
