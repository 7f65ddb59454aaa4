package io.countersign.identity.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.ApiClient;
import io.countersign.gateway.AuthenticatorApp;
import io.countersign.gateway.GatewayTest;
import io.countersign.gateway.Visitor;
import io.countersign.gateway.web.Page;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PreferenceTest extends GatewayTest {

    private Person person;
    private ApiClient own;

    @BeforeEach
    void aPhoneAndAnApp() {
        person = person();
        own = client();
        own.signIn(person.email(), PASSWORD);
        own.answer(inbox.code(person.phone(), 1));
        AuthenticatorApp.connect(own, "Pixel", PASSWORD);
    }

    @Test
    void theApiKeepsItAndItIsAskedForFirstAndSentAtOnce() {
        own.post("/api/v1/recovery-codes", Map.of("password", PASSWORD));
        assertThat(methods().path("preferred").isNull()).isTrue();
        assertThat(methods().path("choices").toString()).isEqualTo("[\"TOTP\",\"SMS\",\"CALL\"]");
        assertThat(askedFirst()).isEqualTo("TOTP");

        assertThat(prefer("SMS").status()).isEqualTo(200);
        assertThat(askedFirst()).isEqualTo("SMS");
        assertThat(inbox.code(person.phone(), 2)).hasSize(6);

        assertThat(prefer("RECOVERY_CODE").problem()).isEqualTo("method-not-offered");
        assertThat(prefer("TELEGRAM").problem()).isEqualTo("method-not-offered");
        assertThat(prefer(null).body().path("preferred").isNull()).isTrue();
    }

    @Test
    void thePageAsksForIt() {
        Visitor visitor = own.visitor();
        Page page = Page.of(visitor.get("/security"));
        assertThat(page.document().select("#preferred option").eachText())
                .containsExactly(
                        "The safest that can be used", "Authenticator app", "Code by SMS", "Call");

        Page done =
                Page.of(
                        visitor.post(
                                "/security/preferred-method",
                                "/security",
                                Map.of("method", "sms")));

        assertThat(done.location()).isEqualTo("/security?preferred");
        assertThat(Page.of(visitor.get(done.location())).text("#preferred option[selected]"))
                .isEqualTo("Code by SMS");
        assertThat(askedFirst()).isEqualTo("SMS");
        Page nonsense =
                Page.of(
                        visitor.post(
                                "/security/preferred-method",
                                "/security",
                                Map.of("method", "nonsense")));
        assertThat(nonsense.location()).isEqualTo("/security?gone");
    }

    private JsonNode methods() {
        return own.get("/api/v1/methods").body();
    }

    private ApiClient.Answer prefer(@Nullable String method) {
        return own.patch("/api/v1/methods", Collections.singletonMap("preferred", method));
    }

    private String askedFirst() {
        ApiClient client = client();
        client.signIn(person.email(), PASSWORD);
        return client.get("/api/v1/challenge").body().at("/methods/0/method").asString();
    }
}
