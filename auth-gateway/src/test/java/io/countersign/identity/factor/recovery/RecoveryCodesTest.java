package io.countersign.identity.factor.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.ApiClient;
import io.countersign.gateway.ApiClient.Answer;
import io.countersign.gateway.AuthenticatorApp;
import io.countersign.gateway.GatewayTest;
import io.countersign.test.AtOnce;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every test begins with an account that has an authenticator and ten codes. */
class RecoveryCodesTest extends GatewayTest {

    private Person person;
    private ApiClient own;
    private AuthenticatorApp app;
    private List<String> codes;

    @BeforeEach
    void protect() {
        person = personWithoutPhone();
        own = client();
        own.signIn(person.email(), PASSWORD);
        app = AuthenticatorApp.connect(own, "Pixel", PASSWORD);
        codes = replace();
    }

    @Test
    @Tag("SECURITY-7")
    void eachSignsInOnce() {
        assertThat(asked().post(ANSWER, answer(codes.getFirst())).status()).isEqualTo(200);
        assertThat(left()).isEqualTo(9);

        Answer again = asked().post(ANSWER, answer(codes.getFirst()));

        assertThat(again.problem()).isEqualTo("code-wrong");
        assertThat(again.body().path("guessesLeft").asInt()).isEqualTo(4);
        assertThat(asked().post(ANSWER, answer(codes.get(1))).status()).isEqualTo(200);
    }

    @Test
    @Tag("SECURITY-1")
    @Tag("SECURITY-7")
    void ofAHundredSignInsWithOneCodeAtOnceOneGetsIn() {
        List<ApiClient> clients = AtOnce.times(10, _ -> asked());

        List<Answer> answers =
                AtOnce.times(
                        100,
                        i -> clients.get(i % 10).copy().post(ANSWER, answer(codes.getFirst())));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(left()).isEqualTo(9);
    }

    @Test
    void areNeverThePreferredMethod() {
        JsonNode methods = asked().get("/api/v1/challenge").body().path("methods");

        assertThat(methods.path(0).path("method").asString()).isEqualTo("TOTP");
        assertThat(methods.path(1).path("method").asString()).isEqualTo("RECOVERY_CODE");
    }

    @Test
    @Tag("SECURITY-14")
    void newOnesReplaceAllAndEndEveryOtherSession() {
        ApiClient other = asked();
        other.answer(app.code(0));

        List<String> fresh = replace();

        assertThat(other.standing()).isEqualTo("STRANGER");
        assertThat(fresh).doesNotContainAnyElementsOf(codes);
        assertThat(asked().post(ANSWER, answer(codes.get(2))).problem()).isEqualTo("code-wrong");
        assertThat(asked().post(ANSWER, answer(fresh.get(2))).status()).isEqualTo(200);
    }

    @Test
    @Tag("SECURITY-13")
    void takeThePassword() {
        assertThat(own.post("/api/v1/recovery-codes", Map.of("password", "a wrong one")).problem())
                .isEqualTo("password-wrong");
        assertThat(left()).isEqualTo(10);
    }

    @Test
    void cannotBeSeenAgain() {
        assertThat(own.post("/api/v1/recovery-codes/view", Map.of("password", PASSWORD)).problem())
                .isEqualTo("recovery-codes-not-possible");
    }

    @Test
    void goWithTheLastFactor() {
        own.post(app.factor("/remove"), Map.of("password", PASSWORD));

        assertThat(left()).isZero();
        assertThat(own.post("/api/v1/recovery-codes", Map.of("password", PASSWORD)).problem())
                .isEqualTo("recovery-codes-not-possible");
    }

    private static final String ANSWER = "/api/v1/challenge/answer";

    private static Map<String, String> answer(String code) {
        return Map.of("method", "RECOVERY_CODE", "code", code);
    }

    private List<String> replace() {
        Answer given = own.post("/api/v1/recovery-codes", Map.of("password", PASSWORD));
        assertThat(given.status()).isEqualTo(200);
        return given.body().path("codes").valueStream().map(JsonNode::asString).toList();
    }

    private int left() {
        return own.get("/api/v1/recovery-codes").body().path("left").asInt();
    }

    private ApiClient asked() {
        ApiClient client = client();
        client.signIn(person.email(), PASSWORD);
        return client;
    }
}
