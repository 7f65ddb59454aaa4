package io.countersign.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.Approved;
import io.countersign.challenge.Method;
import io.countersign.challenge.store.Challenges;
import io.countersign.challenge.store.Change;
import io.countersign.challenge.store.Statements;
import io.countersign.events.Channel;
import io.countersign.events.Statement;
import io.countersign.events.content.Fact;
import io.countersign.events.content.Message;
import io.countersign.events.content.NoticeKind;
import io.countersign.events.id.ChallengeId;
import io.countersign.gateway.FakeWorkers.Request;
import io.countersign.gateway.web.Page;
import io.countersign.identity.factor.telegram.TelegramAccounts;
import io.countersign.test.AtOnce;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SignInByTelegramTest extends GatewayTest {

    @Autowired private MailInbox mails;
    @Autowired private FakeWorkers workers;
    @Autowired private TelegramAccounts telegram;
    @Autowired private Statements statements;
    @Autowired private Challenges challenges;

    private Person person;
    private String chat;
    private ApiClient client;

    @BeforeEach
    void givePassword() {
        person = person();
        chat = linkTelegram(person);
        client = client();
        client.signIn(person.email(), PASSWORD);
    }

    @Test
    void the_number_on_the_page_pressed_in_telegram_signs_in() {
        Request prompt = prompt();

        assertThat(workers.presses(prompt, number())).isTrue();
        awaitVerdict("APPROVED");

        assertThat(finish().status()).isEqualTo(200);
        assertThat(client.standing()).isEqualTo("SIGNED_IN");
    }

    @Test
    void the_page_shows_the_number_and_goes_on_once_it_was_pressed() {
        Visitor visitor = visitor();
        Person other = person();
        String theirs = linkTelegram(other);
        visitor.signIn(other.email(), PASSWORD);
        Page page = Page.of(visitor.get("/challenge"));
        int shown = Integer.parseInt(page.text("#number"));
        Request prompt = workers.to(theirs, 1).getFirst();
        assertThat(numbers(prompt)).contains(shown);

        workers.presses(prompt, shown);
        Awaitility.await()
                .until(() -> Page.of(visitor.get("/challenge")).has("form[data-submit-now]"));
        var answer = visitor.post("/challenge/finish", "/challenge", Map.of());

        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/");
        assertThat(Page.of(visitor.get("/security")).status()).isEqualTo(200);
    }

    @Test
    void every_linked_account_is_asked_with_the_facts_of_the_attempt() {
        Person other = person();
        String first = linkTelegram(other);
        String second = linkTelegram(other);
        client().signIn(other.email(), PASSWORD);

        Request one = workers.to(first, 1).getFirst();
        Request two = workers.to(second, 1).getFirst();

        assertThat(one.challenge()).isEqualTo(two.challenge());
        assertThat(one.event().delivery(1)).isNotEqualTo(two.event().delivery(1));
        Message.Confirmation asked = (Message.Confirmation) one.content().message();
        assertThat(asked).isEqualTo(two.content().message());
        assertThat(asked.facts()).containsKeys(Fact.AT, Fact.ADDRESS);
    }

    @Test
    @Tag("SECURITY-16")
    void a_wrong_number_ends_the_sign_in() {
        Request prompt = prompt();
        int wrong =
                numbers(prompt).stream().filter(one -> one != number()).findFirst().orElseThrow();

        workers.presses(prompt, wrong);

        awaitVerdictOrEnd();
        assertThat(finish().problem()).isEqualTo("sign-in-ended");
        assertThat(client.standing()).isNotEqualTo("SIGNED_IN");
    }

    @Test
    @Tag("SECURITY-16")
    void whoever_says_it_is_not_them_ends_what_is_under_way_and_is_not_asked_for_a_while() {
        ApiClient elsewhere = client();
        elsewhere.signIn(person.email(), PASSWORD);

        workers.presses(prompt(), null);
        awaitVerdictOrEnd();

        assertThat(finish().problem()).isEqualTo("sign-in-ended");
        assertThat(elsewhere.post("/api/v1/challenge/send", Map.of("method", "SMS")).problem())
                .isEqualTo("sign-in-ended");
        ApiClient later = client();
        later.signIn(person.email(), PASSWORD);
        assertThat(later.get("/api/v1/challenge").body().path("methods").toString())
                .doesNotContain("TELEGRAM")
                .contains("SMS");
        assertThat(mails.mail(person.email(), NoticeKind.SIGN_IN_DENIED).facts())
                .containsEntry(Fact.METHOD, "TELEGRAM");
    }

    @Test
    @Tag("SECURITY-16")
    void the_first_decision_stands() {
        Request prompt = prompt();
        workers.presses(prompt, null);

        assertThat(workers.presses(prompt, number())).isFalse();

        awaitVerdictOrEnd();
        assertThat(finish().status()).isNotEqualTo(200);
    }

    @Test
    @Tag("SECURITY-30")
    void a_forged_approval_in_the_store_signs_nobody_in() {
        ChallengeId id = prompt().challenge();
        challenges.update(
                id,
                (current, now) ->
                        Change.to(new Approved(current.terms(), Method.TELEGRAM, now), ""));

        assertThat(finish().problem()).isEqualTo("challenge-over");
        assertThat(client.standing()).isEqualTo("AWAITS_SECOND_FACTOR");
    }

    @Test
    @Tag("SECURITY-30")
    void a_decision_that_is_forged_or_anothers_signs_nobody_in() {
        Request prompt = prompt();
        var decision = new Statement.Decision(prompt.event().delivery(1), number());
        byte[] forged = FakeWorkers.seal(Channel.SMS).seal(decision, prompt.challenge());
        statements.make(
                prompt.challenge(),
                Statement.Decision.NAME,
                forged,
                Instant.now().plusSeconds(300));
        workers.tell(prompt.challenge());

        assertThat(finish().problem()).isEqualTo("challenge-over");
        assertThat(client.standing()).isEqualTo("AWAITS_SECOND_FACTOR");
    }

    @Test
    void finishing_before_anybody_decided_changes_nothing() {
        var _ = prompt();

        ApiClient.Answer answer = finish();

        assertThat(answer.problem()).isEqualTo("challenge-over");
        assertThat(answer.text("verdict")).isEqualTo("PENDING");
        assertThat(client.standing()).isEqualTo("AWAITS_SECOND_FACTOR");
    }

    @Test
    @Tag("SECURITY-1")
    void of_a_hundred_that_finish_at_once_one_gets_a_session() {
        workers.presses(prompt(), number());
        awaitVerdict("APPROVED");

        List<ApiClient.Answer> answers =
                AtOnce.times(100, _ -> client.copy().post("/api/v1/challenge/finish", Map.of()));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    }

    @Test
    @Tag("SECURITY-16")
    void nobody_is_asked_more_than_three_times_an_hour_without_a_success() {
        for (int i = 0; i < 2; i++) {
            ApiClient again = client();
            assertThat(again.signIn(person.email(), PASSWORD).body().path("sendProblem").isNull())
                    .isTrue();
        }
        ApiClient fourth = client();

        assertThat(
                        fourth.signIn(person.email(), PASSWORD)
                                .body()
                                .path("sendProblem")
                                .path("limit")
                                .asString())
                .isEqualTo("prompts-hour");
        workers.to(chat, 3);
        assertThat(workers.to(chat)).hasSize(3);
    }

    @Test
    void whoever_blocked_the_bot_is_offered_another_method() {
        workers.reaches(chat, false, Instant.now());

        Awaitility.await()
                .until(
                        () ->
                                !client.get("/api/v1/challenge")
                                        .body()
                                        .path("methods")
                                        .toString()
                                        .contains("TELEGRAM"));
    }

    @Test
    @Tag("SECURITY-10")
    void a_telegram_that_cannot_be_used_now_lets_no_password_alone_in() {
        Person only = personWithoutPhone();
        String theirs = linkTelegram(only);
        ApiClient first = client();
        first.signIn(only.email(), PASSWORD);
        workers.presses(workers.to(theirs, 1).getFirst(), null);
        Awaitility.await()
                .until(() -> first.get("/api/v1/challenge").problem().equals("sign-in-ended"));

        assertThat(client().signIn(only.email(), PASSWORD).text("standing"))
                .isEqualTo("AWAITS_SECOND_FACTOR");
        telegram.note(new Statement.Reach(Long.parseLong(theirs), false, Instant.now()));
        assertThat(client().signIn(only.email(), PASSWORD).text("standing"))
                .isEqualTo("AWAITS_SECOND_FACTOR");
    }

    private Request prompt() {
        return workers.to(chat, 1).getFirst();
    }

    private static List<Integer> numbers(Request prompt) {
        return ((Message.Confirmation) prompt.content().message()).numbers();
    }

    private int number() {
        return client.get("/api/v1/challenge").body().path("number").asInt();
    }

    private ApiClient.Answer finish() {
        return client.post("/api/v1/challenge/finish", Map.of());
    }

    private void awaitVerdict(String verdict) {
        Awaitility.await()
                .until(
                        () ->
                                client.get("/api/v1/challenge")
                                        .body()
                                        .path("status")
                                        .path("verdict")
                                        .asString("")
                                        .equals(verdict));
    }

    private void awaitVerdictOrEnd() {
        Awaitility.await()
                .until(() -> client.get("/api/v1/challenge").problem().equals("sign-in-ended"));
    }
}
