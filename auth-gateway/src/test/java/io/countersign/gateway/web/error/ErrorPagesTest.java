package io.countersign.gateway.web.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.GatewayTest;
import io.countersign.gateway.Visitor;
import io.countersign.gateway.web.Page;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorPagesTest extends GatewayTest {

    @Test
    @Tag("SECURITY-10")
    void whoeverHasOnlyGivenThePasswordIsLedToTheCode() {
        Page page = Page.of(awaitingCode().get("/security"));

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text("h1")).isEqualTo("Finish signing in first");
        assertThat(page.attribute("#go-on", "href")).isEqualTo("/challenge");
    }

    @Test
    @Tag("SECURITY-27")
    void aFormWithAForgedTokenChangesNothing() {
        Page page =
                Page.of(
                        visitor()
                                .post(
                                        "/sign-in",
                                        Map.of("email", "jo@people.test", "password", PASSWORD),
                                        "forged"));

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text("#notice")).startsWith("Nothing was changed.");
    }

    @Test
    void whoeverIsSignedInFindsNothingToDoAtTheCodeAndIsLedOn() {
        Visitor visitor = signedIn();

        Page page = Page.of(visitor.get("/challenge"));

        assertThat(page.status()).isEqualTo(302);
        assertThat(page.location()).endsWith("/sign-in?ended");
        assertThat(Page.of(visitor.get("/")).location()).endsWith("/security");
    }

    @Test
    void aFormOfASessionThatHasEndedAsksToSignInAgain() {
        Visitor visitor = visitor();
        String token = visitor.token("/sign-in");

        Page page = Page.of(visitor.post("/security/phones/new", Map.of(), token));

        assertThat(page.status()).isEqualTo(401);
        assertThat(page.text("h1")).isEqualTo("You are not signed in");
        assertThat(page.attribute("#go-on", "href")).isEqualTo("/sign-in");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        Page page = Page.of(signedIn().get("/nowhere"));

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text("h1")).isEqualTo("There is no such page");
    }

    @Test
    void aFormCannotBeOpenedByItsAddress() {
        Page page = Page.of(signedIn().get("/security/preferred-method"));

        assertThat(page.status()).isEqualTo(405);
        assertThat(page.text("h1")).isEqualTo("That is not how this page works");
    }

    @Test
    void anIdThatIsNoneIsABadRequest() {
        Visitor visitor = awaitingCode();

        Page page =
                Page.of(
                        visitor.post(
                                "/challenge/send", "/challenge", Map.of("factor", "nonsense")));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text("h1")).isEqualTo("That did not work");
        assertThat(Page.of(signedIn().get("/security/factors/nonsense/remove")).status())
                .isEqualTo(400);
    }

    @Test
    @Tag("SECURITY-8")
    void aMegabyteOfCodeIsTooLarge() {
        Visitor visitor = awaitingCode();

        Page page = Page.of(visitor.answer("1".repeat(1_000_000)));

        assertThat(page.status()).isEqualTo(413);
        assertThat(page.text("h1")).isEqualTo("That was too much");
        assertThat(Page.of(visitor.get("/challenge")).text("#guesses")).isEqualTo("5 tries left");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code=123456&code=654321",
                "code[]=12&code[]=34",
                "code[0]=1&code[1]=2",
                "code",
                "",
                "code=%00%00%00%00%00%00",
                "code=%ff%fe"
            })
    @Tag("SECURITY-8")
    void oddFormsAreNoCodes(String form) {
        Visitor visitor = awaitingCode();
        String token = visitor.token("/challenge");

        HttpResponse<String> response =
                visitor.send(
                        visitor.request("/challenge/answer")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("_csrf=" + token + "&" + form)));

        assertThat(response.statusCode()).isIn(302, 400);
        assertThat(Page.of(visitor.get("/challenge")).text("#guesses")).isEqualTo("5 tries left");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/nowhere, 404, not-found",
        "/api/v1/challenge, 409, sign-in-ended",
    })
    void callersOfTheApiAreToldProblems(String path, int status, String type) {
        HttpResponse<String> response = signedIn().get(path);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/problem+json");
        assertThat(response.body())
                .contains("\"type\":\"/problems/" + type + "\"", "\"instance\":\"" + path + "\"");
    }

    @Test
    void aFailureTellsNothingAboutItself() {
        HttpResponse<String> response = signedIn().get("/security/factors/nonsense/remove");

        assertThat(response.body()).doesNotContain("nonsense", "Exception", "io.countersign");
    }

    private Visitor awaitingCode() {
        Visitor visitor = visitor();
        visitor.signIn(person().email(), PASSWORD);
        return visitor;
    }

    private Visitor signedIn() {
        Visitor visitor = visitor();
        visitor.signIn(personWithoutPhone().email(), PASSWORD);
        return visitor;
    }
}
