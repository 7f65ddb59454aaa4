package io.countersign.identity.enrol;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.events.content.Fact;
import io.countersign.events.content.NoticeKind;
import io.countersign.gateway.ApiClient;
import io.countersign.gateway.ApiClient.Answer;
import io.countersign.gateway.GatewayTest;
import io.countersign.gateway.MailInbox;
import io.countersign.gateway.OldSecondFactor;
import io.countersign.gateway.Visitor;
import io.countersign.gateway.web.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.FindByIndexNameSessionRepository;
import tools.jackson.databind.JsonNode;

@Tag("SECURITY-13")
class StepUpTest extends GatewayTest {

    @Autowired private MailInbox mails;
    @Autowired private FindByIndexNameSessionRepository<?> stored;

    private Person person;
    private ApiClient own;

    @BeforeEach
    void signInALittleWhileAgo() {
        person = person();
        own = client();
        own.signIn(person.email(), PASSWORD);
        own.answer(inbox.code(person.phone(), 1));
        OldSecondFactor.in(stored, person.account());
    }

    @Test
    void a_second_factor_that_is_too_old_has_to_be_given_once_more() {
        assertThat(connect().problem()).isEqualTo("second-factor-too-old");

        Answer begun = own.post("/api/v1/step-up", "");
        assertThat(begun.text("standing")).isEqualTo("SIGNED_IN");
        assertThat(begun.body().path("challenge").path("methods").toString()).contains("SMS");
        String before = own.visitor().cookie("__Host-countersign");
        Answer given = own.answer(inbox.code(person.phone(), 2));

        assertThat(given.status()).isEqualTo(200);
        assertThat(own.visitor().cookie("__Host-countersign")).isNotEqualTo(before);
        assertThat(connect().status()).isEqualTo(202);
    }

    @ParameterizedTest
    @Tag("SECURITY-13")
    @ValueSource(
            strings = {
                "phones",
                "telegram/links",
                "factors/%s/remove",
                "disconnect",
                "phones/%s/uses",
                "telegram/off",
                "telegram/on",
                "calls/on",
                "recovery-codes"
            })
    void without_it_nothing_about_the_factors_changes(String what) {
        Map<String, Object> body =
                Map.of(
                        "password",
                        PASSWORD,
                        "name",
                        "Mine",
                        "number",
                        newNumber(),
                        "uses",
                        List.of("CALL"));

        Answer refused = own.post("/api/v1/" + what.formatted(phone()), body);

        assertThat(refused.problem()).isEqualTo("second-factor-too-old");
        assertThat(own.get("/api/v1/factors").body()).hasSize(1);
    }

    @Test
    void a_wrong_code_renews_nothing() {
        own.post("/api/v1/step-up", "");
        String right = inbox.code(person.phone(), 2);

        assertThat(own.answer(right.equals("000000") ? "000001" : "000000").problem())
                .isEqualTo("code-wrong");

        assertThat(connect().problem()).isEqualTo("second-factor-too-old");
    }

    @Test
    void a_code_renews_once() {
        own.post("/api/v1/step-up", "");
        String code = inbox.code(person.phone(), 2);
        own.answer(code);
        OldSecondFactor.in(stored, person.account());

        assertThat(own.answer(code).problem()).isEqualTo("sign-in-ended");
        assertThat(connect().problem()).isEqualTo("second-factor-too-old");
    }

    @Test
    void the_code_of_another_sign_in_renews_nothing() {
        own.post("/api/v1/step-up", "");
        String stepUp = inbox.code(person.phone(), 2);
        client().signIn(person.email(), PASSWORD);
        String signIn = inbox.code(person.phone(), 3);

        if (!signIn.equals(stepUp)) {
            assertThat(own.answer(signIn).problem()).isEqualTo("code-wrong");
        }
        assertThat(connect().problem()).isEqualTo("second-factor-too-old");
    }

    @Test
    void a_step_up_of_one_session_is_none_of_another() {
        ApiClient other = client();
        other.signIn(person.email(), PASSWORD);
        other.answer(inbox.code(person.phone(), 2));
        own.post("/api/v1/step-up", "");

        assertThat(other.answer(inbox.code(person.phone(), 3)).problem())
                .isEqualTo("sign-in-ended");
    }

    @Test
    void the_history_tells_it_from_a_sign_in() {
        own.post("/api/v1/step-up", "");
        own.answer(inbox.code(person.phone(), 2));

        JsonNode entries = own.get("/api/v1/history").body().path("entries");
        assertThat(entries).hasSize(2);
        assertThat(entries.path(0).path("purpose").asString()).isEqualTo("STEP_UP");
        assertThat(entries.path(0).path("outcome").asString()).isEqualTo("SIGNED_IN");
        assertThat(entries.path(0).path("method").asString()).isEqualTo("SMS");
        assertThat(entries.path(1).path("purpose").asString()).isEqualTo("SIGN_IN");
        assertThat(own.get("/api/v1/sessions").body()).hasSize(1);
    }

    @Test
    @Tag("SECURITY-21")
    void wrong_codes_are_told_by_mail_and_stand_in_the_history() {
        own.post("/api/v1/step-up", "");
        String right = inbox.code(person.phone(), 2);
        for (int i = 0; i < 5; i++) {
            own.answer(right.equals("000000") ? "000001" : "000000");
        }

        assertThat(mails.mail(person.email(), NoticeKind.SECOND_FACTOR_FAILED).facts())
                .containsEntry(Fact.METHOD, "SMS")
                .containsEntry(Fact.OUTCOME, "WRONG_CODE")
                .containsKeys(Fact.AT, Fact.ADDRESS, Fact.LINK);
        JsonNode failed = own.get("/api/v1/history?failures=true").body().path("entries");
        assertThat(failed).hasSize(1);
        assertThat(failed.path(0).path("purpose").asString()).isEqualTo("STEP_UP");
        assertThat(failed.path(0).path("outcome").asString()).isEqualTo("LOCKED");
        assertThat(own.standing()).isEqualTo("SIGNED_IN");
    }

    @Test
    void a_wrong_code_that_is_to_prove_a_new_phone_is_told_to_nobody() {
        own.post("/api/v1/step-up", "");
        own.answer(inbox.code(person.phone(), 2));
        String number = newNumber();
        Answer begun = own.post("/api/v1/phones", Map.of("number", number, "password", PASSWORD));
        String right = inbox.code(number, 1);
        String confirm = "/api/v1/phones/" + begun.text("id") + "/confirm";

        own.post(confirm, Map.of("code", right.equals("000000") ? "000001" : "000000"));
        own.post(confirm, Map.of("code", right));

        mails.mail(person.email(), NoticeKind.FACTOR_ADDED);
        assertThat(mails.of(person.email())).hasSize(1);
    }

    @Test
    void without_a_factor_there_is_nothing_to_ask_for() {
        ApiClient client = client();
        client.signIn(personWithoutPhone().email(), PASSWORD);

        assertThat(client.post("/api/v1/step-up", "").problem()).isEqualTo("method-not-offered");
    }

    @Test
    void the_page_that_asked_for_it_comes_back() {
        Visitor visitor = own.visitor();
        String page = "/security/authenticators/new";

        String asks = Page.of(visitor.get(page)).location();
        String then = Page.of(visitor.get(asks)).attribute("input[name=then]", "value");
        Page asked = Page.of(visitor.post("/step-up", asks, Map.of("then", then)));
        Page challenge = Page.of(visitor.get("/challenge"));
        Page done = Page.of(visitor.answer(inbox.code(person.phone(), 2)));

        assertThat(asks).isEqualTo("/step-up?then=" + page);
        assertThat(then).isEqualTo(page);
        assertThat(asked.location()).isEqualTo("/challenge");
        assertThat(challenge.has("#back")).isTrue();
        assertThat(challenge.has("#cancel")).isFalse();
        assertThat(done.location()).isEqualTo(page);
        assertThat(visitor.get(page).statusCode()).isEqualTo(200);
    }

    @Test
    void a_form_that_was_open_too_long_asks_for_it_too() {
        String form = "/security/password";

        Page answer = Page.of(own.visitor().post(form, "/security", Map.of("password", PASSWORD)));

        assertThat(answer.location()).isEqualTo("/step-up?then=" + form);
    }

    @Test
    void it_leads_to_no_page_of_somebody_else() {
        Visitor visitor = own.visitor();
        visitor.post("/step-up", "/security", Map.of("then", "//evil.example/security"));
        assertThat(
                        Page.of(visitor.get("/step-up?then=//evil.example/security"))
                                .attribute("input[name=then]", "value"))
                .isEqualTo("/security");

        Page done = Page.of(visitor.answer(inbox.code(person.phone(), 2)));

        assertThat(done.location()).isEqualTo("/security");
    }

    @Test
    void without_one_under_way_the_challenge_page_leads_away() {
        assertThat(Page.of(own.visitor().get("/challenge")).location()).isEqualTo("/sign-in?ended");
        assertThat(own.get("/api/v1/challenge").problem()).isEqualTo("sign-in-ended");
    }

    private String phone() {
        return own.get("/api/v1/factors").body().path(0).path("id").asString();
    }

    private Answer connect() {
        return own.post("/api/v1/authenticators", Map.of("name", "Pixel", "password", PASSWORD));
    }
}
