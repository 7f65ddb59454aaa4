package io.countersign.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the gateway's style sheet and script do in a browser, on pages made of their own words. */
@EnabledIfEnvironmentVariable(named = Chromium.VARIABLE, matches = ".+")
@ExtendWith(Chromium.class)
class LooksInABrowserTest {

    private static final Path RESOURCES = Path.of("../auth-gateway/src/main/resources");
    private static final String SITE = "http://localhost/";

    @ParameterizedTest
    @CsvSource({
        "en, 320", "en, 360", "de, 320", "de, 360", "es, 320", "es, 360", "ru, 320", "ru, 360"
    })
    void no_heading_or_button_makes_a_narrow_screen_scroll(String language, int width, Page page)
            throws IOException {
        Properties words = words(language);
        String card =
                words.stringPropertyNames().stream()
                        .filter(key -> key.contains("title") || key.startsWith("factor.remove."))
                        .map(key -> "<h1>" + words.getProperty(key) + "</h1>")
                        .collect(Collectors.joining());
        String panel =
                words.stringPropertyNames().stream()
                        .map(words::getProperty)
                        .filter(text -> text.length() < 60)
                        .map(
                                text ->
                                        "<header class=between><div><h2>%s</h2></div><a class=secondary>%s</a></header>"
                                                .formatted(text, text))
                        .collect(Collectors.joining());
        String codes =
                IntStream.range(0, 10)
                        .mapToObj(_ -> "<li><code>ABCD-EFGH-JKMN-PQRS</code></li>")
                        .collect(Collectors.joining());
        page.setViewportSize(width, 800);
        show(
                page,
                language,
                "<section class=card>"
                        + card
                        + "<ol class=codes>"
                        + codes
                        + "</ol></section><div class=sheet><section class=panel>"
                        + panel
                        + "</section></div>");

        Object tooWide =
                page.evaluate(
                        "document.documentElement.scrollWidth - document.documentElement.clientWidth");

        assertThat(tooWide).isEqualTo(0);
    }

    @Test
    void a_qr_code_is_dark_on_light_in_the_dark(Page page) throws IOException {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        show(page, "en", "<section class=card>" + qr() + "</section>");

        BufferedImage shown =
                ImageIO.read(new ByteArrayInputStream(page.locator("#qr").screenshot()));

        assertThat(shown.getRGB(shown.getWidth() / 2, shown.getHeight() / 2) & 0xffffff).isZero();
        assertThat(shown.getRGB(shown.getWidth() / 2, 6) & 0xffffff).isEqualTo(0xffffff);
    }

    @Test
    void what_was_typed_stays_in_another_language_but_no_password(Page page) throws IOException {
        String form =
                """
                <form method=post><input id=email name=email type=email><input id=name type=text>
                <input id=password type=password></form>
                <footer class=languages><a id=german href='/?lang=de'>Deutsch</a></footer>
                """;
        show(page, "en", form);
        page.locator("#email").fill("anna@people.test");
        page.locator("#name").fill("Anna's phone");
        page.locator("#password").fill("not to be kept");

        page.locator("#german").click();

        page.waitForURL(SITE + "?lang=de");
        assertThat(page.locator("#email")).hasValue("anna@people.test");
        assertThat(page.locator("#name")).hasValue("Anna's phone");
        assertThat(page.locator("#password")).hasValue("");
    }

    @Test
    void an_open_page_asks_for_the_sms_that_comes_in_place_of_calls(Page page) throws IOException {
        String body =
                """
                <label id=label data-instead='6-digit code'>Last 4 digits</label>
                <button id=send-again data-wait='Call again in {0} s' data-instead='Send again'
                  data-wait-instead='Send again in {0} s'>Call again</button>
                <li id=sms data-instead-hides=true>Code by SMS</li>
                <strong id=destination></strong><span id=guesses></span>
                <div id=live data-events=/events data-poll=/poll data-send-in=0><p id=status><span></span></p></div>
                """;
        String view =
                """
                {"status": "The SMS was accepted", "tone": "INFO", "destination": "Phone", "instead": true,
                 "guesses": "5 tries left", "sendIn": 0}
                """;
        page.route(
                "**/events",
                route ->
                        route.fulfill(
                                new Route.FulfillOptions()
                                        .setContentType("text/event-stream")
                                        .setBody("data: " + view.replace("\n", "") + "\n\n")));

        show(page, "en", body);

        assertThat(page.locator("#label")).hasText("6-digit code");
        assertThat(page.locator("#send-again")).hasText("Send again");
        assertThat(page.locator("#sms")).hasCount(0);
    }

    private static void show(Page page, String language, String body) throws IOException {
        String style = Files.readString(RESOURCES.resolve("static/assets/countersign.css"));
        String script = Files.readString(RESOURCES.resolve("static/assets/countersign.js"));
        String html =
                "<!doctype html><html lang=%s><meta charset=utf-8><meta name=viewport content='width=device-width'><style>%s</style><body><main>%s</main><script>%s</script>"
                        .formatted(language, style, body, script);
        page.route(
                url -> url.equals(SITE) || url.startsWith(SITE + "?"),
                route ->
                        route.fulfill(
                                new Route.FulfillOptions()
                                        .setContentType("text/html; charset=utf-8")
                                        .setBody(html)));
        page.navigate(SITE);
    }

    /** As the template has it, with one dark module amid its quiet zone. */
    private static String qr() throws IOException {
        String parts = Files.readString(RESOURCES.resolve("templates/parts.html"));
        return parts.substring(parts.indexOf("<svg th:fragment=\"qr"), parts.indexOf("</svg>"))
                .replaceAll("th:[a-z-]+=\"[^\"]*\"", "")
                .replace("<svg", "<svg viewBox='0 0 9 9'")
                .replace("<path", "<path d='M4 4h1v1h-1z'")
                .concat("</svg>");
    }

    private static Properties words(String language) throws IOException {
        String suffix = language.equals("en") ? "" : "_" + language;
        String form = ".*/[a-z]+" + suffix + "\\.properties";
        Properties words = new Properties();
        for (Path folder : List.of(RESOURCES, RESOURCES.resolve("words"))) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(each -> each.toString().matches(form)).toList()) {
                    try (Reader from = Files.newBufferedReader(file)) {
                        words.load(from);
                    }
                }
            }
        }
        return words;
    }
}
