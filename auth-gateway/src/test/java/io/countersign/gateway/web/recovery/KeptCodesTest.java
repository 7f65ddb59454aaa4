package io.countersign.gateway.web.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.AuthenticatorApp;
import io.countersign.gateway.Visitor;
import io.countersign.gateway.web.Page;
import io.countersign.gateway.web.PasswordGivenTest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class KeptCodesTest extends PasswordGivenTest {

    private static final String PAGE = "/security/recovery-codes/new";

    @Autowired private JdbcClient jdbc;

    private AuthenticatorApp app;
    private String given;

    @Override
    protected Person newcomer() {
        return personWithoutPhone();
    }

    @BeforeEach
    void connectAnApp() {
        String proof =
                post("/security/authenticators/new", Map.of("name", "Pixel", "password", PASSWORD))
                        .location();
        app =
                new AuthenticatorApp(
                        "", Page.of(visitor.get(proof)).text("#secret").replace(" ", ""));
        given = post(proof, Map.of("code", app.code(0))).location();
    }

    @Test
    void they_survive_reload_another_language_and_a_stray_click() {
        List<String> codes = codes(given);
        assertThat(codes).hasSize(10);

        Page page = Page.of(visitor.get(given));
        assertThat(codes(page.attribute(".languages a[lang=de]", "href"))).isEqualTo(codes);
        assertThat(page.attribute(".languages a[lang=de]", "href")).startsWith(PAGE);
        Page strayed = Page.of(visitor.get("/security"));
        assertThat(codes(strayed.attribute("#show-codes", "href"))).isEqualTo(codes);
    }

    @Test
    void they_are_gone_once_the_person_has_them() {
        assertThat(codes(given)).hasSize(10);

        visitor.post("/security/recovery-codes/kept", given, Map.of());

        assertThat(Page.of(visitor.get(PAGE)).location()).isEqualTo("/security");
        assertThat(Page.of(visitor.get("/security")).has("#codes-waiting")).isFalse();
    }

    @Test
    @Tag("SECURITY-23")
    void no_other_session_of_the_account_sees_them_and_nothing_keeps_them_in_clear() {
        String code = codes(given).getFirst();
        Visitor other = visitor();
        other.signIn(person.email(), PASSWORD);
        other.post(
                "/challenge/answer",
                "/challenge?method=recovery-code",
                Map.of("method", "recovery-code", "code", codes(given).getLast()));

        assertThat(other.get("/security").statusCode()).isEqualTo(200);
        assertThat(Page.of(other.get(PAGE)).location()).isEqualTo("/security");
        assertThat(Page.of(other.get("/security")).has("#codes-waiting")).isFalse();
        assertThat(
                        jdbc.sql(
                                        "select string_agg(encode(attribute_bytes, 'escape'), ' ')"
                                                + " from spring_session_attributes")
                                .query(String.class)
                                .single())
                .doesNotContain(code);
    }

    @Test
    void they_are_gone_with_the_session() {
        visitor.post("/sign-out", "/security", Map.of());

        assertThat(Page.of(visitor.get(PAGE)).location()).startsWith("/sign-in");
    }

    @Test
    void the_file_says_what_it_is_for() {
        Page page = Page.of(visitor.get(given));
        String file = page.attribute("#download", "download");
        String text =
                URLDecoder.decode(
                        page.attribute("#download", "href").replace("+", "%2B"),
                        StandardCharsets.UTF_8);

        assertThat(file)
                .matches(
                        "Countersign-recovery-codes-"
                                + person.email()
                                + "-\\d{4}-\\d\\d-\\d\\d\\.txt");
        assertThat(text).contains("Countersign\n" + person.email() + "\n20");
        assertThat(text).contains(codes(given));
        assertThat(page.attribute("#copy", "data-copy")).contains(person.email());
        assertThat(page.text("#codes-of")).contains(person.email());
        assertThat(page.has("[data-unsaved]")).isTrue();
    }

    private List<String> codes(String path) {
        return Page.of(visitor.get(path)).document().select("#codes code").eachText();
    }

    private Page post(String path, Map<String, String> fields) {
        return Page.of(visitor.post(path, path, fields));
    }
}
