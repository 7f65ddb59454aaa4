package io.countersign.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.GatewayTest;
import io.countersign.gateway.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("SECURITY-27")
class HeadersTest extends GatewayTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"/sign-in", "/sign-up", "/challenge", "/security", "/assets/countersign.js"})
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
        assertThat(document.select("[href^=http], [src^=http], [href^=//], [src^=//]")).isEmpty();
    }

    @Test
    void everyCookieIsBoundToThisHostAndKeptFromScripts() {
        Visitor visitor = visitor();
        List<String> cookies =
                List.of(
                                visitor.get("/sign-in?lang=de"),
                                visitor.signIn(personWithoutPhone().email(), PASSWORD))
                        .stream()
                        .flatMap(response -> response.headers().allValues("Set-Cookie").stream())
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
