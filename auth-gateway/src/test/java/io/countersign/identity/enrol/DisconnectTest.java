package io.countersign.identity.enrol;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.events.content.Fact;
import io.countersign.events.content.NoticeKind;
import io.countersign.gateway.ApiClient;
import io.countersign.gateway.AuthenticatorApp;
import io.countersign.gateway.GatewayTest;
import io.countersign.gateway.MailInbox;
import io.countersign.gateway.MailInbox.Mail;
import io.countersign.gateway.Visitor;
import io.countersign.gateway.web.Page;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class DisconnectTest extends GatewayTest {

    private static final String PAGE = "/security/disconnect";
    private static final String API = "/api/v1/disconnect";

    @Autowired private JdbcClient jdbc;
    @Autowired private MailInbox mails;

    private Person person;
    private ApiClient own;

    @BeforeEach
    void twoFactorsAndRecoveryCodes() {
        person = person();
        own = client();
        own.signIn(person.email(), PASSWORD);
        own.answer(inbox.code(person.phone(), 1));
        AuthenticatorApp.connect(own, "Pixel", PASSWORD);
        own.post("/api/v1/recovery-codes", Map.of("password", PASSWORD));
    }

    @Test
    @Tag("SECURITY-14")
    void everythingGoesAtOnceAndWithItEveryOtherSession() {
        ApiClient other = client();
        other.signIn(person.email(), PASSWORD);
        other.post("/api/v1/challenge/send", Map.of("method", "SMS"));
        other.answer(inbox.code(person.phone(), 2));
        assertThat(other.standing()).isEqualTo("SIGNED_IN");

        assertThat(own.post(API, Map.of("password", PASSWORD)).status()).isEqualTo(204);

        assertThat(own.standing()).isEqualTo("SIGNED_IN");
        assertThat(own.get("/api/v1/factors").body()).isEmpty();
        assertThat(own.get("/api/v1/recovery-codes").body().path("left").asInt()).isZero();
        assertThat(other.standing()).isEqualTo("STRANGER");
        assertThat(client().signIn(person.email(), PASSWORD).text("standing"))
                .isEqualTo("SIGNED_IN");
    }

    @Test
    void oneMailNamesAllThatWent() {
        own.post(API, Map.of("password", PASSWORD));

        Mail off = mails.mail(person.email(), NoticeKind.SECOND_FACTOR_OFF);
        assertThat(off.facts().get(Fact.FACTOR))
                .contains("Authenticator app: Pixel", "Phone: Phone");
        assertThat(mails.of(person.email(), NoticeKind.FACTOR_REMOVED)).isEmpty();
    }

    @Test
    @Tag("SECURITY-13")
    void aWrongPasswordTakesNothing() {
        assertThat(own.post(API, Map.of("password", "a wrong one")).problem())
                .isEqualTo("password-wrong");

        assertThat(own.get("/api/v1/factors").body()).hasSize(2);
    }

    @Test
    void thePageSaysWhatWillGoAndThatThePasswordIsLeftAlone() {
        Page page = Page.of(own.visitor().get(PAGE));

        assertThat(page.text("#disconnected")).contains("Pixel", "Phone", "Recovery codes");
        assertThat(page.text("#alone")).contains("your password alone");
        assertThat(page.has("#forced")).isFalse();
        Page answer = Page.of(own.visitor().post(PAGE, PAGE, Map.of("password", PASSWORD)));
        assertThat(answer.location()).isEqualTo("/security?disconnected");
        assertThat(Page.of(own.visitor().get("/security")).has("#unprotected")).isTrue();
    }

    @Test
    @Tag("SECURITY-11")
    void whereASecondFactorIsForcedThePersonIsWarnedSignedOutAndSetsOneUpAgain() {
        jdbc.sql("insert into second_factor_policy values (:account, now())")
                .param("account", person.account().value())
                .update();
        Visitor visitor = own.visitor();
        assertThat(Page.of(visitor.get(PAGE)).text("#forced")).contains("signed out");
        assertThat(Page.of(visitor.get(PAGE)).has("#alone")).isFalse();

        Page answer = Page.of(visitor.post(PAGE, PAGE, Map.of("password", PASSWORD)));

        assertThat(answer.location()).isEqualTo("/sign-in?set-up-again");
        assertThat(own.standing()).isEqualTo("STRANGER");
        assertThat(client().signIn(person.email(), PASSWORD).text("standing"))
                .isEqualTo("SETS_SECOND_FACTOR_UP");
    }

    @Test
    void whoHasNothingIsToldSo() {
        ApiClient client = client();
        client.signIn(personWithoutPhone().email(), PASSWORD);

        assertThat(client.post(API, Map.of("password", PASSWORD)).problem())
                .isEqualTo("factor-not-found");
        assertThat(Page.of(client.visitor().get(PAGE)).location()).isEqualTo("/security?gone");
    }
}
