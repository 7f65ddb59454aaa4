package io.countersign.gateway.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.ApiClient;
import io.countersign.gateway.ApiClient.Answer;
import io.countersign.gateway.AuthenticatorApp;
import io.countersign.gateway.DyingDatabase;
import io.countersign.gateway.GatewayTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database dies when it is to commit a session that Redis has approved already. */
@Tag("RELIABILITY-27")
@Tag("RELIABILITY-10")
class DatabaseDiesTest extends GatewayTest {

    private static final String ANSWER = "/api/v1/challenge/answer";

    @Autowired private JdbcClient jdbc;

    @Test
    void the_same_code_signs_in_when_it_is_back_and_once() {
        Person person = person();
        ApiClient client = asked(person);
        String code = inbox.code(person.phone(), 1);
        die(person);
        assertThat(client.answer(code).status()).isEqualTo(503);
        assertThat(client.standing()).isEqualTo("AWAITS_SECOND_FACTOR");
        ApiClient other = client.copy();
        comeBack();

        assertThat(client.answer(code).status()).isEqualTo(200);

        assertThat(client.standing()).isEqualTo("SIGNED_IN");
        assertThat(other.answer(code).status()).isNotEqualTo(200);
    }

    @Test
    @Tag("SECURITY-2")
    void wrong_codes_after_it_are_counted_and_end_it() {
        Person person = person();
        ApiClient client = asked(person);
        String code = inbox.code(person.phone(), 1);
        die(person);
        client.answer(code);
        comeBack();

        for (int i = 0; i < 5; i++) {
            assertThat(client.answer(code.equals("000000") ? "000001" : "000000").problem())
                    .isEqualTo("code-wrong");
        }

        assertThat(client.answer(code).problem()).isEqualTo("challenge-over");
    }

    @Test
    @Tag("SECURITY-6")
    void the_same_step_of_an_authenticator_signs_in_when_it_is_back() {
        Person person = personWithoutPhone();
        AuthenticatorApp app = AuthenticatorApp.connect(signedIn(person), "Pixel", PASSWORD);
        ApiClient client = asked(person);
        String code = app.code(0);
        die(person);
        assertThat(client.answer(code).status()).isEqualTo(503);
        comeBack();

        assertThat(client.answer(code).status()).isEqualTo(200);
        assertThat(asked(person).answer(code).problem()).isEqualTo("code-used-already");
    }

    @Test
    @Tag("SECURITY-7")
    void the_same_recovery_code_signs_in_when_it_is_back() {
        Person person = personWithoutPhone();
        ApiClient owner = signedIn(person);
        AuthenticatorApp.connect(owner, "Pixel", PASSWORD);
        Answer codes = owner.post("/api/v1/recovery-codes", Map.of("password", PASSWORD));
        Map<String, String> answer =
                Map.of(
                        "method",
                        "RECOVERY_CODE",
                        "code",
                        codes.body().path("codes").path(0).asString());
        ApiClient client = asked(person);
        die(person);
        assertThat(client.post(ANSWER, answer).status()).isEqualTo(503);
        comeBack();

        assertThat(client.post(ANSWER, answer).status()).isEqualTo(200);
        assertThat(asked(person).post(ANSWER, answer).problem()).isEqualTo("code-wrong");
    }

    @Test
    void a_step_up_goes_on_with_the_same_code() {
        Person person = person();
        ApiClient client = asked(person);
        client.answer(inbox.code(person.phone(), 1));
        client.post("/api/v1/step-up", "");
        String code = inbox.code(person.phone(), 2);
        die(person);
        assertThat(client.answer(code).status()).isEqualTo(503);
        comeBack();

        assertThat(client.answer(code).status()).isEqualTo(200);
    }

    private void die(Person person) {
        new DyingDatabase(jdbc).die(person.account());
    }

    @AfterEach
    void comeBack() {
        new DyingDatabase(jdbc).comeBack();
    }

    private ApiClient asked(Person person) {
        ApiClient client = client();
        assertThat(client.signIn(person.email(), PASSWORD).text("standing"))
                .isEqualTo("AWAITS_SECOND_FACTOR");
        return client;
    }

    private ApiClient signedIn(Person person) {
        ApiClient client = client();
        client.signIn(person.email(), PASSWORD);
        return client;
    }
}
