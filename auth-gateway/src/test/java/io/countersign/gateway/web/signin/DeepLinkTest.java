package io.countersign.gateway.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.GatewayTest;
import io.countersign.gateway.Visitor;
import io.countersign.gateway.web.Page;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeepLinkTest extends GatewayTest {

    private final String asked = "/security/history?only=failures";

    @Test
    void leads_back_to_the_page_that_was_asked_for_after_a_password() {
        Visitor visitor = visitor();
        Person person = personWithoutPhone();

        Page signIn = Page.of(visitor.get(signInFor(visitor, asked)));
        assertThat(signIn.attribute(".languages a[lang=de]", "href")).contains("then=");
        signIn(visitor, person, signIn.attribute("[name=then]", "value"));

        assertThat(Page.of(visitor.get("/")).location()).isEqualTo(asked);
        assertThat(Page.of(visitor.get("/")).location()).isEqualTo("/security");
    }

    @Test
    void leads_back_after_a_wrong_password_and_a_challenge() {
        Visitor visitor = visitor();
        Person person = person();
        Page wrong =
                Page.of(
                        visitor.post(
                                "/sign-in",
                                "/sign-in",
                                Map.of(
                                        "email",
                                        person.email(),
                                        "password",
                                        "a wrong password",
                                        "then",
                                        asked)));

        signIn(visitor, person, wrong.attribute("[name=then]", "value"));
        visitor.answer(inbox.code(person.phone(), 1));

        assertThat(Page.of(visitor.get("/")).location()).isEqualTo(asked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https://evil.example/security",
                "/security//evil.example",
                "/security/..//evil.example",
                "/security?x=//evil",
                "/%2Fevil.example",
                "/security/%2e%2e//evil",
                "/security\r\nLocation: https://evil.example",
                "javascript:alert(1)",
                "/sign-out"
            })
    void leads_nowhere_else(String then) {
        Visitor visitor = visitor();

        signIn(visitor, personWithoutPhone(), then);

        assertThat(Page.of(visitor.get("/")).location()).isEqualTo("/security");
    }

    @Test
    void says_who_signs_in_and_lets_somebody_else() {
        Visitor visitor = visitor();
        Person person = person();
        signIn(visitor, person, "");

        Page challenge = Page.of(visitor.get("/challenge"));

        assertThat(challenge.text("#who")).isEqualTo(person.email());
        assertThat(challenge.has("#not-you")).isTrue();
    }

    @Test
    void tells_only_who_was_signed_in_that_they_are_signed_out() {
        Visitor visitor = visitor();
        signIn(visitor, person(), "");
        assertThat(Page.of(visitor.post("/sign-out", "/challenge", Map.of())).location())
                .isEqualTo("/sign-in");

        signIn(visitor, personWithoutPhone(), "");
        assertThat(Page.of(visitor.post("/sign-out", "/security", Map.of())).location())
                .isEqualTo("/sign-in?signed-out");
    }

    @Test
    void a_form_that_was_not_taken_stays_in_another_language() {
        Visitor visitor = visitor();
        Page wrong =
                Page.of(
                        visitor.post(
                                "/sign-in",
                                "/sign-in",
                                Map.of("email", "a@b.example", "password", "x", "then", asked)));

        assertThat(wrong.attribute(".languages a[lang=ru]", "href"))
                .startsWith("/sign-in?then=")
                .endsWith("&lang=ru");
        assertThat(
                        Page.of(visitor.get("/sign-in?locked"))
                                .attribute(".languages a[lang=ru]", "href"))
                .isEqualTo("/sign-in?locked&lang=ru");
    }

    private static String signInFor(Visitor visitor, String page) {
        return Page.of(visitor.get(page)).location();
    }

    private static void signIn(Visitor visitor, Person person, String then) {
        visitor.post(
                "/sign-in",
                "/sign-in",
                Map.of("email", person.email(), "password", PASSWORD, "then", then));
    }
}
