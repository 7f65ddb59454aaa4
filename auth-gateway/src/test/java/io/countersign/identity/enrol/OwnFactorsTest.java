package io.countersign.identity.enrol;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.Method;
import io.countersign.events.content.Fact;
import io.countersign.events.content.NoticeKind;
import io.countersign.gateway.ApiClient;
import io.countersign.gateway.ApiClient.Answer;
import io.countersign.gateway.AuthenticatorApp;
import io.countersign.gateway.GatewayTest;
import io.countersign.gateway.MailInbox;
import io.countersign.gateway.MailInbox.Mail;
import io.countersign.gateway.Visitor;
import io.countersign.gateway.web.Page;
import io.countersign.identity.method.stop.MethodStops;
import io.countersign.identity.method.stop.MethodStops.Reason;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What people change about the factors that they have. */
class OwnFactorsTest extends GatewayTest {

    /** The account has two factors and recovery codes. */
    @Nested
    class Disconnecting {

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

    /** The account has a phone and an app. */
    @Nested
    class Preferring {

        private Person person;
        private ApiClient own;

        @BeforeEach
        void aPhoneAndAnApp() {
            person = person();
            own = client();
            own.signIn(person.email(), PASSWORD);
            own.answer(inbox.code(person.phone(), 1));
            AuthenticatorApp.connect(own, "Pixel", PASSWORD);
        }

        @Test
        void theApiKeepsItAndItIsAskedForFirstAndSentAtOnce() {
            own.post("/api/v1/recovery-codes", Map.of("password", PASSWORD));
            assertThat(methods().path("preferred").isNull()).isTrue();
            assertThat(methods().path("choices").toString())
                    .isEqualTo("[\"TOTP\",\"SMS\",\"CALL\"]");
            assertThat(askedFirst()).isEqualTo("TOTP");

            assertThat(prefer("SMS").status()).isEqualTo(200);
            assertThat(askedFirst()).isEqualTo("SMS");
            assertThat(inbox.code(person.phone(), 2)).hasSize(6);

            assertThat(prefer("RECOVERY_CODE").problem()).isEqualTo("method-not-offered");
            assertThat(prefer("TELEGRAM").problem()).isEqualTo("method-not-offered");
            assertThat(prefer(null).body().path("preferred").isNull()).isTrue();
        }

        @Test
        void thePageAsksForIt() {
            Visitor visitor = own.visitor();
            Page page = Page.of(visitor.get("/security"));
            assertThat(page.document().select("#preferred option").eachText())
                    .containsExactly(
                            "The safest that can be used",
                            "Authenticator app",
                            "Code by SMS",
                            "Call");

            Page done =
                    Page.of(
                            visitor.post(
                                    "/security/preferred-method",
                                    "/security",
                                    Map.of("method", "sms")));

            assertThat(done.location()).isEqualTo("/security?preferred");
            assertThat(Page.of(visitor.get(done.location())).text("#preferred option[selected]"))
                    .isEqualTo("Code by SMS");
            assertThat(askedFirst()).isEqualTo("SMS");
            Page nonsense =
                    Page.of(
                            visitor.post(
                                    "/security/preferred-method",
                                    "/security",
                                    Map.of("method", "nonsense")));
            assertThat(nonsense.location()).isEqualTo("/security?gone");
        }

        private JsonNode methods() {
            return own.get("/api/v1/methods").body();
        }

        private ApiClient.Answer prefer(@Nullable String method) {
            return own.patch("/api/v1/methods", Collections.singletonMap("preferred", method));
        }

        private String askedFirst() {
            ApiClient client = client();
            client.signIn(person.email(), PASSWORD);
            return client.get("/api/v1/challenge").body().at("/methods/0/method").asString();
        }
    }

    /** A person is signed in twice, and too many wrong codes have switched calls off. */
    @Nested
    class SwitchingCallsOn {

        @Autowired private MethodStops stops;

        private Person person;
        private ApiClient own;
        private ApiClient other;

        @BeforeEach
        void switchOff() {
            person = person();
            own = signedIn(1);
            other = signedIn(2);
            stops.stop(person.account(), Method.CALL, Reason.WRONG_CODES, null);
        }

        @Test
        @Tag("SECURITY-13")
        @Tag("SECURITY-14")
        void takes_the_password_ends_every_other_session_and_is_done_once() {
            assertThat(switchOn("something else entirely").problem()).isEqualTo("password-wrong");
            assertThat(stops.stopped(person.account(), Method.CALL)).isTrue();
            assertThat(other.standing()).isEqualTo("SIGNED_IN");

            assertThat(switchOn(PASSWORD).status()).isEqualTo(204);
            assertThat(stops.stopped(person.account(), Method.CALL)).isFalse();
            assertThat(own.standing()).isEqualTo("SIGNED_IN");
            assertThat(other.standing()).isEqualTo("STRANGER");

            ApiClient later = signedIn(3);
            assertThat(switchOn(PASSWORD).problem()).isEqualTo("calls-not-off");
            assertThat(later.standing()).isEqualTo("SIGNED_IN");
        }

        private Answer switchOn(String password) {
            return own.post("/api/v1/calls/on", Map.of("password", password));
        }

        private ApiClient signedIn(int codes) {
            ApiClient client = client();
            client.signIn(person.email(), PASSWORD);
            assertThat(client.answer(inbox.code(person.phone(), codes)).status()).isEqualTo(200);
            return client;
        }
    }
}
