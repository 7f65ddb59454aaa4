package io.countersign.identity.factor.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.ApiClient;
import io.countersign.gateway.ApiClient.Answer;
import io.countersign.gateway.AuthenticatorApp;
import io.countersign.gateway.LenientGatewayTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@Tag("SECURITY-7")
class ViewableCodesTest extends LenientGatewayTest {

    private Person person;
    private ApiClient own;
    private JsonNode given;

    @BeforeEach
    void protect() {
        person = personWithoutPhone();
        own = client();
        own.signIn(person.email(), PASSWORD);
        AuthenticatorApp.connect(own, "Pixel", PASSWORD);
        given = own.post("/api/v1/recovery-codes", Map.of("password", PASSWORD)).body();
    }

    @Test
    void theUnusedOnesAreShownAgainAfterThePassword() {
        ApiClient client = client();
        client.signIn(person.email(), PASSWORD);
        String used = given.at("/codes/0").asString();
        client.answer("RECOVERY_CODE", used);

        Answer shown = own.post("/api/v1/recovery-codes/view", Map.of("password", PASSWORD));

        assertThat(shown.body().path("codes")).hasSize(9);
        assertThat(given.path("codes")).containsAll(shown.body().path("codes"));
        assertThat(shown.body().toString()).doesNotContain(used);
        assertThat(
                        own.post("/api/v1/recovery-codes/view", Map.of("password", "a wrong one"))
                                .problem())
                .isEqualTo("password-wrong");
    }
}
