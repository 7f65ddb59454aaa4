package io.countersign.gateway.web.authenticator;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.AuthenticatorApp;
import io.countersign.gateway.Visitor;
import io.countersign.gateway.web.Page;
import io.countersign.gateway.web.PasswordGivenTest;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every test begins with a person who is signed in and has no second factor. */
class AuthenticatorPagesTest extends PasswordGivenTest {

    @Override
    protected Person newcomer() {
        return personWithoutPhone();
    }

    @Test
    void theSecurityPageOffersAnAppFirst() {
        Page page = security();

        assertThat(page.text("#unprotected")).contains("protected by your password alone");
        assertThat(page.attribute("#add-authenticator", "class")).isEqualTo("primary");
        assertThat(page.attribute("#add-phone", "class")).isEqualTo("secondary");
        assertThat(page.has("#recovery-codes")).isFalse();
    }

    @Test
    void showsTheKeyAsQrCodeAsTextAndAsLink() {
        Page page = Page.of(visitor.get(begin("Pixel")));

        String uri = page.attribute("#open-app", "href");
        String secret = page.text("#secret").replace(" ", "");
        assertThat(secret).matches("[A-Z2-7]{32}");
        assertThat(uri).startsWith("otpauth://totp/Countersign:").contains("secret=" + secret);
        assertThat(URLDecoder.decode(URI.create(uri).getPath(), StandardCharsets.UTF_8))
                .endsWith(person.email());
        assertThat(page.attribute("#qr", "aria-label")).isNotEmpty();
        assertThat(page.attribute("#qr path", "d")).startsWith("M");
        assertThat(visitor.get(begin("Pixel")).headers().firstValue("Cache-Control").orElse(""))
                .contains("no-store");
    }

    @Test
    void theFirstCodeConnectsItAndGivesRecoveryCodesOnce() {
        String proof = begin("Pixel");
        AuthenticatorApp app = scan(proof);

        Page codes = follow(post(proof, proof, Map.of("code", app.code(0))));

        List<String> shown = codes.document().select("#codes code").eachText();
        assertThat(shown).hasSize(10).doesNotHaveDuplicates();
        assertThat(codes.attribute("#download", "href")).contains(shown.getFirst());
        assertThat(codes.has("#copy[hidden]")).isTrue();
        assertThat(codes.has("#print[hidden]")).isTrue();
        assertThat(post(proof, "/security", Map.of("code", app.code(0))).location())
                .isEqualTo("/security?gone");
        Page security = security();
        assertThat(security.text(".rows strong")).isEqualTo("Pixel");
        assertThat(security.text("#recovery-left")).isEqualTo("10 recovery codes left.");
        assertThat(security.document().html()).doesNotContain(shown.getFirst());
    }

    @Test
    void theSecondAppGivesNoneAnyMore() {
        connect("Pixel");
        String proof = begin("Tablet");

        Page added = post(proof, proof, Map.of("code", scan(proof).code(0)));

        assertThat(added.location()).isEqualTo("/security?authenticator-added");
        assertThat(Page.of(visitor.get(added.location())).text("#notice"))
                .startsWith("The app has been connected.");
    }

    @Test
    void aWrongCodeIsToldAndTheSameQrCodeShownAgain() {
        String proof = begin("Pixel");
        AuthenticatorApp app = scan(proof);

        Page wrong = post(proof, proof, Map.of("code", app.wrongCode()));

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text("#notice")).startsWith("The app shows another code for this key.");
        assertThat(wrong.text("#secret").replace(" ", "")).isEqualTo(app.secret());
    }

    @Test
    void aClockThatIsOffIsToldInMinutes() {
        String proof = begin("Pixel");
        AuthenticatorApp app = scan(proof);

        assertThat(
                        post(proof, proof, Map.of("code", app.code(Duration.ofMinutes(20))))
                                .text("#notice"))
                .contains("20 min ahead");
        assertThat(
                        post(proof, proof, Map.of("code", app.code(Duration.ofMinutes(-20))))
                                .text("#notice"))
                .contains("min behind");
    }

    @Test
    void asksForANameAndThePassword() {
        assertThat(
                        post(
                                        "/security/authenticators/new",
                                        "/security/authenticators/new",
                                        Map.of("name", " ", "password", PASSWORD))
                                .text("#name-flaw"))
                .startsWith("A name has to have");
        assertThat(
                        post(
                                        "/security/authenticators/new",
                                        "/security/authenticators/new",
                                        Map.of("name", "Pixel", "password", "a wrong one"))
                                .text("#password-flaw"))
                .isEqualTo("That is not your password.");
    }

    @Test
    void theChallengePageAsksForTheAppsCodeAndLinksToOtherWays() {
        AuthenticatorApp app = connect("Pixel");
        Visitor other = visitor();
        other.signIn(person.email(), PASSWORD);

        Page page = Page.of(other.get("/challenge"));

        assertThat(page.text("h1")).isEqualTo("Enter the code");
        assertThat(page.text()).contains("Pixel");
        assertThat(page.text("#guesses")).isEqualTo("5 tries left");
        assertThat(page.attribute("nav a.choice", "href"))
                .isEqualTo("/challenge?method=recovery-code");
        assertThat(
                        Page.of(
                                        other.post(
                                                "/challenge/answer",
                                                "/challenge",
                                                Map.of("method", "totp", "code", app.code(1))))
                                .location())
                .isEqualTo("/");
    }

    @Test
    void aWrongCodeComesBackToTheSameMethod() {
        AuthenticatorApp app = connect("Pixel");
        Visitor other = visitor();
        other.signIn(person.email(), PASSWORD);

        Page wrong =
                Page.of(
                        other.post(
                                "/challenge/answer",
                                "/challenge",
                                Map.of("method", "totp", "code", app.wrongCode())));

        assertThat(wrong.location()).isEqualTo("/challenge?method=totp");
        Page page = Page.of(other.get(wrong.location()));
        assertThat(page.text("#notice")).startsWith("That is not the right code. Use the one");
        assertThat(page.attribute("#code", "aria-invalid")).isEqualTo("true");
        assertThat(page.text("#guesses")).isEqualTo("4 tries left");
    }

    @Test
    void aMistypedRecoveryCodeIsToldApart() {
        connect("Pixel");
        Visitor other = visitor();
        other.signIn(person.email(), PASSWORD);

        other.post(
                "/challenge/answer",
                "/challenge?method=recovery-code",
                Map.of("method", "recovery-code", "code", "ABCD-EFGH-JKMN-PQRX"));

        Page page = Page.of(other.get("/challenge?method=recovery-code"));
        assertThat(page.text("h1")).isEqualTo("Use a recovery code");
        assertThat(page.text("#notice")).startsWith("There is a typing mistake in this code");
        assertThat(page.text("#guesses")).isEqualTo("5 tries left");
    }

    @Test
    @Tag("SECURITY-14")
    void canBeRenamedAndRemoved() {
        AuthenticatorApp app = connect("Pixel");
        String path = "/security/factors/" + app.id();

        assertThat(post(path + "/name", "/security", Map.of("name", "Old <brick>")).location())
                .isEqualTo("/security?named");
        assertThat(security().text(".rows strong")).isEqualTo("Old <brick>");
        Page removal = Page.of(visitor.get(path + "/remove"));
        assertThat(removal.text()).contains("Old <brick>", "This is your last factor.");
        assertThat(
                        post(path + "/remove", path + "/remove", Map.of("password", "wrong"))
                                .text("#password-flaw"))
                .isEqualTo("That is not your password.");
        assertThat(
                        post(path + "/remove", path + "/remove", Map.of("password", PASSWORD))
                                .location())
                .isEqualTo("/security?removed");
        assertThat(security().has("#unprotected")).isTrue();
    }

    @Test
    void newRecoveryCodesReplaceTheOldOnes() {
        connect("Pixel");
        Page ask = Page.of(visitor.get("/security/recovery-codes"));
        assertThat(ask.text()).contains("10 recovery codes left.");
        assertThat(ask.has("#view")).isFalse();

        Page fresh =
                follow(
                        post(
                                "/security/recovery-codes",
                                "/security/recovery-codes",
                                Map.of("password", PASSWORD)));

        assertThat(fresh.document().select("#codes li")).hasSize(10);
        assertThat(
                        post(
                                        "/security/recovery-codes",
                                        "/security/recovery-codes",
                                        Map.of("password", "a wrong one"))
                                .text("#password-flaw"))
                .isEqualTo("That is not your password.");
    }

    private Page follow(Page answer) {
        return Page.of(visitor.get(answer.location()));
    }

    private AuthenticatorApp connect(String name) {
        String proof = begin(name);
        AuthenticatorApp app = scan(proof);
        assertThat(post(proof, proof, Map.of("code", app.code(0))).status()).isIn(200, 302);
        return app;
    }

    /** Returns the path of the page that shows the QR code. */
    private String begin(String name) {
        return post(
                        "/security/authenticators/new",
                        "/security/authenticators/new",
                        Map.of("name", name, "password", PASSWORD))
                .location();
    }

    private AuthenticatorApp scan(String proof) {
        String id = proof.replaceAll(".*/authenticators/|/proof", "");
        return new AuthenticatorApp(
                id, Page.of(visitor.get(proof)).text("#secret").replace(" ", ""));
    }

    private Page post(String path, String tokenFrom, Map<String, String> fields) {
        return Page.of(visitor.post(path, tokenFrom, fields));
    }

    private Page security() {
        return Page.of(visitor.get("/security"));
    }
}
