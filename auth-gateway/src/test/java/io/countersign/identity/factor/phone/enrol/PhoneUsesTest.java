package io.countersign.identity.factor.phone.enrol;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.Method;
import io.countersign.events.Channel;
import io.countersign.events.content.Fact;
import io.countersign.events.content.NoticeKind;
import io.countersign.gateway.ApiClient;
import io.countersign.gateway.ApiClient.Answer;
import io.countersign.gateway.AuthenticatorApp;
import io.countersign.gateway.FakeWorkers;
import io.countersign.gateway.GatewayTest;
import io.countersign.gateway.MailInbox;
import io.countersign.gateway.Visitor;
import io.countersign.gateway.web.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class PhoneUsesTest extends GatewayTest {

    @Autowired private MailInbox mails;
    @Autowired private FakeWorkers workers;
    @Autowired private JdbcClient jdbc;

    private Person person;
    private ApiClient own;
    private AuthenticatorApp app;
    private String phone;

    @BeforeEach
    void aPhoneBesideAnApp() {
        person = person();
        own = client();
        own.signIn(person.email(), PASSWORD);
        own.answer(inbox.code(person.phone(), 1));
        app = AuthenticatorApp.connect(own, "Pixel", PASSWORD);
        phone = own.get("/api/v1/phones").body().at("/phones/0/id").asString();
    }

    @Test
    void servesForEverythingAtFirst() {
        assertThat(uses()).isEqualTo("[\"SMS\",\"CALL\"]");
        assertThat(offered()).contains("SMS", "CALL");
    }

    @Test
    void forCallsOnlyItGetsNoCodeBySms() {
        assertThat(use(List.of(Method.CALL)).status()).isEqualTo(204);

        assertThat(uses()).isEqualTo("[\"CALL\"]");
        ApiClient client = asked();
        assertThat(methods(client)).contains("CALL").doesNotContain("SMS");
        assertThat(client.post("/api/v1/challenge/send", Map.of("method", "SMS")).problem())
                .isEqualTo("method-not-offered");
        client.post("/api/v1/challenge/send", Map.of("method", "CALL"));
        assertThat(workers.to(person.phone(), 1).getFirst().event().route())
                .extracting(step -> step.channel())
                .containsExactly(Channel.VOICE);
    }

    @Test
    void forCodesBySmsOnlyItIsNotCalled() {
        assertThat(use(List.of(Method.SMS)).status()).isEqualTo(204);

        assertThat(offered()).contains("SMS").doesNotContain("CALL");
    }

    @Test
    @Tag("SECURITY-14")
    void aChangeEndsEveryOtherSession() {
        ApiClient other = asked();
        other.answer("TOTP", app.code(0));
        assertThat(other.standing()).isEqualTo("SIGNED_IN");

        use(List.of(Method.CALL));

        assertThat(other.standing()).isEqualTo("STRANGER");
        assertThat(own.standing()).isEqualTo("SIGNED_IN");
    }

    @Test
    void mailsTellWhatTheUseIs() {
        use(List.of(Method.CALL));
        assertThat(mails.mail(person.email(), NoticeKind.FACTOR_REMOVED).facts())
                .containsEntry(Fact.FACTOR, "Phone: Phone (Code by SMS)");

        use(List.of(Method.SMS, Method.CALL));
        mails.mail(
                person.email(), NoticeKind.FACTOR_ADDED, Fact.FACTOR, "Phone: Phone (Code by SMS)");
    }

    @Test
    @Tag("SECURITY-10")
    void nobodyIsLeftWithCallsAlone() {
        use(List.of(Method.CALL));
        int told = alerts();

        assertThat(own.post(app.factor("/remove"), Map.of("password", PASSWORD)).problem())
                .isEqualTo("only-fallbacks-left");

        assertThat(own.get("/api/v1/authenticators").body()).hasSize(1);
        assertThat(own.standing()).isEqualTo("SIGNED_IN");
        assertThat(alerts()).as("nobody is told of what did not happen").isEqualTo(told);
    }

    @Test
    @Tag("SECURITY-10")
    void norByTakingTheSmsFromTheLastPhone() {
        own.post(app.factor("/remove"), Map.of("password", PASSWORD));

        assertThat(use(List.of(Method.CALL)).problem()).isEqualTo("only-fallbacks-left");

        assertThat(uses()).isEqualTo("[\"SMS\",\"CALL\"]");
    }

    @Test
    void aRefusedChangeLeavesEveryOtherSessionAlone() {
        use(List.of(Method.CALL));
        ApiClient other = asked();
        other.answer("TOTP", app.code(0));

        own.post(app.factor("/remove"), Map.of("password", PASSWORD));

        assertThat(other.standing()).isEqualTo("SIGNED_IN");
    }

    @Test
    void aPhoneHasToServeForSomethingThatAPhoneCan() {
        assertThat(use(List.of()).problem()).isEqualTo("phone-uses-refused");
        assertThat(use(List.of(Method.SMS, Method.TOTP)).problem()).isEqualTo("phone-uses-refused");
    }

    @Test
    void somebodyElsesIsNotThere() {
        ApiClient thief = client();
        thief.signIn(personWithoutPhone().email(), PASSWORD);

        assertThat(
                        thief.post(
                                        "/api/v1/phones/" + phone + "/uses",
                                        Map.of("uses", List.of("CALL"), "password", PASSWORD))
                                .problem())
                .isEqualTo("phone-not-found");
    }

    @Test
    void thePageShowsAndChangesIt() {
        Visitor visitor = own.visitor();
        String path = "/security/phones/" + phone + "/uses";
        Page page = Page.of(visitor.get(path));
        assertThat(page.document().select("input[name=uses][checked]")).hasSize(2);

        Page none = Page.of(visitor.post(path, path, Map.of("password", PASSWORD)));
        assertThat(none.text("#uses-flaw")).startsWith("Choose one");
        Page wrong =
                Page.of(visitor.post(path, path, Map.of("uses", "CALL", "password", "wrong one")));
        assertThat(wrong.text("#password-flaw")).isEqualTo("That is not your password.");
        assertThat(wrong.attribute("input[name=uses][checked]", "value")).isEqualTo("CALL");
        Page done = Page.of(visitor.post(path, path, Map.of("uses", "CALL", "password", PASSWORD)));

        assertThat(done.location()).isEqualTo("/security?phone-used");
        assertThat(Page.of(visitor.get(done.location())).text()).contains("Calls only");
        Page refused =
                Page.of(
                        visitor.post(
                                "/security/factors/" + app.id() + "/remove",
                                "/security/factors/" + app.id() + "/remove",
                                Map.of("password", PASSWORD)));
        assertThat(refused.text("#notice")).startsWith("Nothing was changed: what would be left");
    }

    private Answer use(List<Method> uses) {
        return own.post(
                "/api/v1/phones/" + phone + "/uses", Map.of("uses", uses, "password", PASSWORD));
    }

    /** As many as there are links in them, which are written together. */
    private int alerts() {
        return jdbc.sql(
                        "select count(*) from mail_link where purpose = 'NOT_ME' and subject = :account")
                .param("account", person.account().value())
                .query(Integer.class)
                .single();
    }

    private String uses() {
        return own.get("/api/v1/phones").body().at("/phones/0/uses").toString();
    }

    private String offered() {
        return methods(asked());
    }

    private static String methods(ApiClient client) {
        return client.get("/api/v1/challenge").body().path("methods").toString();
    }

    private ApiClient asked() {
        ApiClient client = client();
        client.signIn(person.email(), PASSWORD);
        return client;
    }
}
