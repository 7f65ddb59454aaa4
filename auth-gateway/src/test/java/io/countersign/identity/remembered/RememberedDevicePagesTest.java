package io.countersign.identity.remembered;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.ApiClient;
import io.countersign.gateway.AuthenticatorApp;
import io.countersign.gateway.FakeWorkers;
import io.countersign.gateway.Visitor;
import io.countersign.gateway.web.Page;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class RememberedDevicePagesTest extends RememberingTest {

    private static final String SESSIONS = "/security/sessions";
    private static final String BOX = "form[action=/challenge/answer] input[name=remember]";

    @Autowired private FakeWorkers workers;

    @Test
    void the_form_of_the_code_offers_it_unticked_and_with_a_label() {
        Person person = person();
        Visitor visitor = visitor();
        visitor.signIn(person.email(), PASSWORD);

        Page page = Page.of(visitor.get("/challenge"));

        assertThat(page.attribute(BOX, "type")).isEqualTo("checkbox");
        assertThat(page.has(BOX + "[checked]")).isFalse();
        assertThat(page.text("label[for=remember]"))
                .isEqualTo("Do not ask on this device for 30 days");
        assertThat(page.attribute(BOX, "aria-describedby")).isEqualTo("remember-hint");
        assertThat(page.text("#remember-hint")).startsWith("Only on a device that nobody else");
    }

    @Test
    void ticked_it_has_the_device_remembered() {
        Person person = person();
        Visitor visitor = visitor();
        visitor.signIn(person.email(), PASSWORD);
        String ticked = Page.of(visitor.get("/challenge")).attribute(BOX, "value");

        visitor.post(
                "/challenge/answer",
                "/challenge",
                Map.of("code", inbox.code(person.phone(), 1), "remember", ticked));
        visitor.post("/sign-out", "/security", Map.of());

        assertThat(letsIn(visitor, person)).isTrue();
        assertThat(Page.of(visitor.get("/security/history")).text(".entry"))
                .contains("Signed in", "Remembered device", "This session");
    }

    @ParameterizedTest
    @CsvSource({"de, Auf diesem Gerät 30 Tage lang", "es, durante 30 días", "ru, 30 дн."})
    void it_is_offered_in_every_language(String language, String words) {
        Visitor visitor = visitor();
        visitor.signIn(person().email(), PASSWORD);

        Page page = Page.of(visitor.get("/challenge?lang=" + language));
        Page shown = page.location().isEmpty() ? page : Page.of(visitor.get("/challenge"));

        assertThat(shown.text("label[for=remember]")).contains(words);
    }

    @Test
    void the_code_of_an_app_offers_it_and_a_recovery_code_does_not() {
        Person person = personWithoutPhone();
        ApiClient own = client();
        own.signIn(person.email(), PASSWORD);
        AuthenticatorApp.connect(own, "Pixel", PASSWORD);
        own.post("/api/v1/recovery-codes", Map.of("password", PASSWORD));
        Visitor visitor = visitor();
        visitor.signIn(person.email(), PASSWORD);

        assertThat(Page.of(visitor.get("/challenge?method=totp")).has(BOX)).isTrue();
        Page recovery = Page.of(visitor.get("/challenge?method=recovery-code"));
        assertThat(recovery.has("#code")).isTrue();
        assertThat(recovery.has("[name=remember]")).isFalse();
    }

    @Test
    void a_step_up_does_not_offer_it() {
        Person person = person();
        ApiClient client = remembered(person);
        client.post("/api/v1/step-up", "");

        Page page = Page.of(client.visitor().get("/challenge"));

        assertThat(page.has("#code")).isTrue();
        assertThat(page.has("[name=remember]")).isFalse();
    }

    @Test
    void proving_a_new_phone_does_not_offer_it() {
        Person person = personWithoutPhone();
        ApiClient client = client();
        client.signIn(person.email(), PASSWORD);
        String id =
                client.post(
                                "/api/v1/phones",
                                Map.of("number", person.phone(), "password", PASSWORD))
                        .text("id");

        Page page = Page.of(client.visitor().get("/security/phones/" + id + "/proof"));

        assertThat(page.has("#code")).isTrue();
        assertThat(page.has("[name=remember]")).isFalse();
    }

    @Test
    void with_telegram_the_tick_goes_from_the_page_that_waits_to_the_one_that_finishes() {
        Person person = person();
        String chat = linkTelegram(person);
        Visitor visitor = visitor();
        visitor.signIn(person.email(), PASSWORD);
        Page waiting = Page.of(visitor.get("/challenge"));
        assertThat(waiting.has("[data-with-script][hidden] input[name=remember]"))
                .as("without a script nothing would come of it")
                .isTrue();
        String keptBy = waiting.attribute("input[name=remember]", "data-keep");

        workers.presses(workers.to(chat, 1).getFirst(), Integer.parseInt(waiting.text("#number")));
        String box = "form[action=/challenge/finish] input[name=remember]";
        Awaitility.await().until(() -> Page.of(visitor.get("/challenge")).has(box));
        Page finish = Page.of(visitor.get("/challenge"));

        assertThat(finish.attribute(box, "data-keep")).isNotEmpty().isEqualTo(keptBy);
        assertThat(finish.has(box + "[checked]")).isFalse();
        assertThat(finish.has("[hidden]")).isFalse();
        assertThat(finish.text("label[for=remember]")).startsWith("Do not ask on this device");
        visitor.post("/challenge/finish", "/challenge", Map.of("remember", "true"));
        assertThat(letsIn(device(visitor.cookie(COOKIE)), person)).isTrue();
    }

    @Test
    void the_page_of_the_sessions_shows_them_and_has_one_or_all_forgotten() {
        Person person = person();
        ApiClient other = remembered(person);
        Visitor visitor = visitor();
        visitor.signIn(person.email(), PASSWORD);
        visitor.post(
                "/challenge/answer",
                "/challenge",
                Map.of("code", inbox.code(person.phone(), 2), "remember", "true"));

        Page before = Page.of(visitor.get(SESSIONS));
        String forget = before.attribute(".device:last-child form", "action");
        visitor.post(forget, SESSIONS, Map.of());
        Page between = Page.of(visitor.get(SESSIONS));
        visitor.post(forget, SESSIONS, Map.of());
        Page gone = Page.of(visitor.get(SESSIONS));
        visitor.post("/security/remembered-devices/forget-all", SESSIONS, Map.of());
        Page after = Page.of(visitor.get(SESSIONS));

        assertThat(before.text("#devices")).contains("Remembered devices", "127.0.0.1", "Until");
        assertThat(before.document().select(".device")).hasSize(2);
        assertThat(before.text(".device:first-child")).contains("This device");
        assertThat(before.text(".device:last-child")).doesNotContain("This device");
        String described = before.attribute(".device:last-child button", "aria-describedby");
        assertThat(before.text("#" + described)).contains("127.0.0.1");
        assertThat(between.document().select(".device")).hasSize(1);
        assertThat(between.text("#notice")).startsWith("The device has been forgotten.");
        assertThat(gone.text("#notice")).startsWith("That device had been forgotten");
        assertThat(after.document().select(".device")).isEmpty();
        assertThat(after.text("#devices")).contains("None.");
        assertThat(after.has("#forget-all")).isFalse();
        assertThat(letsIn(device(other), person)).isFalse();
        assertThat(letsIn(device(visitor.cookie(COOKIE)), person)).isFalse();
    }
}
