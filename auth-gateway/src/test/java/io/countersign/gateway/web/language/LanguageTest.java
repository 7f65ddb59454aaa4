package io.countersign.gateway.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.GatewayTest;
import io.countersign.gateway.Visitor;
import io.countersign.gateway.web.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest extends GatewayTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de-AT,en;q=0.5     | de | Anmelden",
                "ja, es-MX;q=0.8    | es | Iniciar sesión",
                "ru                 | ru | Вход",
                "en-GB              | en | Sign in",
                "ja                 | en | Sign in",
                "*                  | en | Sign in",
                "x-;;q=what         | en | Sign in"
            })
    void isTheFirstThatTheBrowserAsksForAndIsThere(String header, String language, String heading) {
        Visitor visitor = visitor();

        Page page =
                Page.of(
                        visitor.send(
                                visitor.request("/sign-in")
                                        .header("Accept-Language", header)
                                        .GET()));

        assertThat(page.attribute("html", "lang")).isEqualTo(language);
        assertThat(page.text("h1")).isEqualTo(heading);
    }

    @Test
    void isEnglishForABrowserThatDoesNotSay() {
        assertThat(Page.of(visitor().get("/sign-in")).attribute("html", "lang")).isEqualTo("en");
    }

    @Test
    void isKeptOnceChosen() {
        Visitor visitor = visitor();
        Page before = Page.of(visitor.get("/sign-in"));
        String link = before.attribute("a[lang=de]", "href");
        assertThat(link).isEqualTo("/sign-in?lang=de");

        Page chosen = Page.of(visitor.get(link));
        Page after = Page.of(visitor.get("/sign-up"));

        assertThat(chosen.text("h1")).isEqualTo("Anmelden");
        assertThat(chosen.attribute("a[lang=de]", "aria-current")).isEqualTo("true");
        assertThat(after.text("h1")).isEqualTo("Konto anlegen");
    }

    @ParameterizedTest
    @CsvSource({"xx", "''", "../../etc", "de_DE"})
    void cannotBeOneThatIsNotThere(String language) {
        Visitor visitor = visitor();

        Page page = Page.of(visitor.get("/sign-in?lang=" + language));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.attribute("html", "lang")).isEqualTo("en");
        assertThat(visitor.cookie("__Host-countersign-language")).isEmpty();
    }

    @Test
    void eachIsOfferedUnderItsOwnName() {
        assertThat(Page.of(visitor().get("/sign-in")).document().select(".languages a").eachText())
                .isEqualTo(List.of("English", "Deutsch", "Español", "Русский"));
    }

    @Test
    void aFormThatWasNotTakenLeadsToItsOwnPageInAnotherLanguage() {
        Visitor visitor = visitor();

        Page failed = Page.of(visitor.signIn("jo@people.test", "something else"));

        assertThat(failed.attribute("a[lang=de]", "href")).isEqualTo("/sign-in?lang=de");
        assertThat(Page.of(visitor.get("/sign-in?lang=de")).text("h1")).isEqualTo("Anmelden");
    }
}
