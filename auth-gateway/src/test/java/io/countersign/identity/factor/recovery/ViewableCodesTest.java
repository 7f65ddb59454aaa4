package io.countersign.identity.factor.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.ApiClient;
import io.countersign.gateway.ApiClient.Answer;
import io.countersign.gateway.AuthenticatorApp;
import io.countersign.gateway.GatewayTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@DirtiesContext
@Tag("SECURITY-7")
@TestPropertySource(properties = "countersign.recovery-codes.visibility=viewable")
class ViewableCodesTest extends GatewayTest {

    @Autowired private JdbcClient jdbc;
    @Autowired private RecoveryCodes codes;

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
        client.post("/api/v1/challenge/answer", Map.of("method", "RECOVERY_CODE", "code", used));

        Answer shown = own.post("/api/v1/recovery-codes/view", Map.of("password", PASSWORD));

        assertThat(shown.body().path("codes")).hasSize(9);
        assertThat(given.path("codes")).containsAll(shown.body().path("codes"));
        assertThat(shown.body().toString()).doesNotContain(used);
        assertThat(
                        own.post("/api/v1/recovery-codes/view", Map.of("password", "a wrong one"))
                                .problem())
                .isEqualTo("password-wrong");
    }

    @Test
    void aSealedCopyThatWasMovedToAnotherAccountDoesNotOpen() {
        Person thief = personWithoutPhone();
        ApiClient client = client();
        client.signIn(thief.email(), PASSWORD);
        AuthenticatorApp.connect(client, "Pixel", PASSWORD);
        client.post("/api/v1/recovery-codes", Map.of("password", PASSWORD));
        jdbc.sql(
                        """
                        update recovery_code set sealed =
                            (select sealed from recovery_code where account_id = :victim limit 1)
                        where account_id = :thief
                        """)
                .param("victim", person.account().value())
                .param("thief", thief.account().value())
                .update();

        Answer shown = client.post("/api/v1/recovery-codes/view", Map.of("password", PASSWORD));

        assertThat(shown.body().path("codes")).isEmpty();
    }

    @Test
    void switchingBackErasesTheSealedCopiesAndTheCodesStillServe() {
        var once = new RecoveryCodeSettings(RecoveryCodeSettings.Visibility.ONCE);

        new EraseSealedCodes(codes, once).run(new DefaultApplicationArguments());

        assertThat(
                        jdbc.sql("select count(*) from recovery_code where sealed is not null")
                                .query(Integer.class)
                                .single())
                .isZero();
        ApiClient client = client();
        client.signIn(person.email(), PASSWORD);
        assertThat(
                        client.post(
                                        "/api/v1/challenge/answer",
                                        Map.of(
                                                "method",
                                                "RECOVERY_CODE",
                                                "code",
                                                given.at("/codes/1").asString()))
                                .status())
                .isEqualTo(200);
    }
}
