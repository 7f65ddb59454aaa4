package io.countersign.gateway.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.ApiClient;
import io.countersign.gateway.ApiClient.Answer;
import io.countersign.gateway.GatewayTest;
import io.countersign.gateway.Visitor;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrowserRulesTest extends GatewayTest {

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
                .allSatisfy(BrowserRulesTest::isSafe);
        assertThat(cookies).allSatisfy(BrowserRulesTest::isSafe);
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
        assertThat(client.signIn(personWithoutPhone().email(), PASSWORD).body().path("standing"))
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
