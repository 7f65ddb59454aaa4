package io.countersign.gateway.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.ApiClient;
import io.countersign.gateway.ApiClient.Answer;
import io.countersign.gateway.GatewayTest;
import io.countersign.gateway.Visitor;
import io.countersign.gateway.web.Page;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers are told, so that they keep others out. */
class BrowserRulesTest extends GatewayTest {

    @Tag("SECURITY-27")
    @Nested
    class OfPages {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/sign-in",
                    "/sign-up",
                    "/challenge",
                    "/security",
                    "/assets/countersign.js"
                })
        void nothingInlineIsRunOrFramed(String path) {
            Visitor visitor = visitor();
            visitor.signIn(person().email(), PASSWORD);

            HttpResponse<String> response = visitor.get(path);

            assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains(
                            "default-src 'none'",
                            "script-src 'self'",
                            "style-src 'self'",
                            "frame-ancestors 'none'",
                            "form-action 'self'",
                            "base-uri 'none'")
                    .doesNotContain("unsafe");
            assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            Document document = Jsoup.parse(response.body());
            assertThat(document.select("style, script:not([src]), [style], [onclick], [onload]"))
                    .isEmpty();
            assertThat(document.select("[href^=http], [src^=http], [href^=//], [src^=//]"))
                    .isEmpty();
        }

        @Test
        void everyCookieIsBoundToThisHostAndKeptFromScripts() {
            Visitor visitor = visitor();
            List<String> cookies =
                    List.of(
                                    visitor.get("/sign-in?lang=de"),
                                    visitor.signIn(personWithoutPhone().email(), PASSWORD))
                            .stream()
                            .flatMap(
                                    response -> response.headers().allValues("Set-Cookie").stream())
                            .toList();

            assertThat(cookies)
                    .extracting(cookie -> cookie.split("=", 2)[0])
                    .contains(
                            "__Host-countersign",
                            "__Host-countersign-csrf",
                            "__Host-countersign-language");
            assertThat(cookies)
                    .allSatisfy(
                            cookie ->
                                    assertThat(cookie)
                                            .startsWith("__Host-")
                                            .contains("Path=/", "Secure", "HttpOnly")
                                            .containsAnyOf("SameSite=Lax", "SameSite=Strict")
                                            .doesNotContain("Domain="));
        }

        @Test
        void pagesOfAPersonAreNotKept() {
            Visitor visitor = visitor();
            visitor.signIn(personWithoutPhone().email(), PASSWORD);

            assertThat(visitor.get("/security").headers().firstValue("Cache-Control").orElseThrow())
                    .contains("no-store");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/sign-in",
                    "/sign-up",
                    "/sign-out",
                    "/challenge/send",
                    "/challenge/answer",
                    "/security/phones/new"
                })
        void everyFormNeedsItsToken(String path) {
            Visitor visitor = visitor();
            visitor.signIn(person().email(), PASSWORD);

            assertThat(visitor.post(path, Map.of(), "").statusCode()).isEqualTo(403);
        }
    }

    @Nested
    class OfTheApi {

        @Test
        @Tag("SECURITY-27")
        void everyCookieIsForThisHostAloneAndOutOfReachOfScripts() {
            ApiClient client = client();
            Answer csrf = client.get("/api/v1/csrf");
            Answer signedIn = client.signIn(personWithoutPhone().email(), PASSWORD);

            List<String> cookies = csrf.http().headers().allValues("Set-Cookie");
            assertThat(cookies).isNotEmpty();
            assertThat(signedIn.http().headers().allValues("Set-Cookie"))
                    .isNotEmpty()
                    .allSatisfy(OfTheApi::isSafe);
            assertThat(cookies).allSatisfy(OfTheApi::isSafe);
        }

        @ParameterizedTest
        @Tag("SECURITY-27")
        @ValueSource(
                strings = {
                    "/api/v1/sign-in",
                    "/api/v1/sign-up",
                    "/api/v1/sign-out",
                    "/api/v1/challenge/send",
                    "/api/v1/challenge/answer",
                    "/api/v1/phones",
                    "/sign-in",
                    "/sign-out",
                    "/challenge/answer"
                })
        void nothingChangesWithoutTheToken(String path) {
            Visitor visitor = signedIn().visitor();

            HttpResponse<String> refused =
                    visitor.send(
                            visitor.request(path)
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString("{}")));

            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(visitor.get("/api/v1/session").body()).contains("SIGNED_IN");
        }

        @Test
        @Tag("SECURITY-27")
        void theTokenOfAnotherBrowserDoesNotServe() {
            String token = client().get("/api/v1/csrf").text("token");
            Visitor visitor = signedIn().visitor();

            HttpResponse<String> refused =
                    visitor.send(
                            visitor.request("/api/v1/sign-out")
                                    .header("X-CSRF-TOKEN", token)
                                    .POST(BodyPublishers.noBody()));

            assertThat(refused.statusCode()).isEqualTo(403);
        }

        @ParameterizedTest
        @Tag("SECURITY-27")
        @ValueSource(strings = {"/sign-in", "/api/v1/session", "/api/v1/phones", "/nowhere"})
        void noAnswerAllowsInlineScripts(String path) {
            String policy =
                    visitor().get(path).headers().firstValue("Content-Security-Policy").orElse("");

            assertThat(policy).contains("default-src 'none'").doesNotContain("unsafe");
        }

        @Test
        @Tag("SECURITY-27")
        void whatIsAboutAPersonIsKeptInNoCache() {
            Answer session = signedIn().get("/api/v1/session");

            assertThat(session.http().headers().firstValue("Cache-Control").orElse(""))
                    .contains("no-store");
        }

        private ApiClient signedIn() {
            ApiClient client = client();
            assertThat(
                            client.signIn(personWithoutPhone().email(), PASSWORD)
                                    .body()
                                    .path("standing"))
                    .hasToString("\"SIGNED_IN\"");
            return client;
        }

        private static void isSafe(String cookie) {
            assertThat(cookie)
                    .startsWith("__Host-")
                    .contains("Path=/", "Secure", "HttpOnly")
                    .containsPattern("SameSite=(Lax|Strict)")
                    .doesNotContain("Domain=");
        }
    }

    @Nested
    class OfAssets {

        @Test
        void changeTheirNamesWithTheirContentSoThatNoBrowserKeepsOldOnes() {
            Page page = Page.of(visitor().get("/sign-in"));

            assertThat(
                            List.of(
                                    page.attribute("link[rel=stylesheet]", "href"),
                                    page.attribute("script", "src"),
                                    page.attribute("link[rel=icon]", "href")))
                    .allMatch(path -> path.matches("/assets/[a-z]+-[0-9a-f]{32}\\.(css|js|svg)"))
                    .allMatch(path -> visitor().get(path).statusCode() == 200);
        }

        @ParameterizedTest
        @ValueSource(strings = {"countersign.css", "countersign.js", "logo.svg"})
        void canBeKeptByAnybodyForAWhile(String name) {
            HttpResponse<String> response = visitor().get("/assets/" + name);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Cache-Control")).hasValue("max-age=3600");
            assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
        }
    }
}
