package io.countersign.identity.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.ApiClient;
import io.countersign.gateway.AuthenticatorApp;
import io.countersign.gateway.GatewayTest;
import io.countersign.gateway.Visitor;
import io.countersign.gateway.web.Page;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("SECURITY-11")
class ForcedSecondFactorTest extends GatewayTest {

    @Autowired private JdbcClient jdbc;

    @Test
    void who_has_none_sets_one_up_by_the_api_before_anything_else() {
        Person person = forced("now()");
        ApiClient client = client();

        assertThat(client.signIn(person.email(), PASSWORD).text("standing"))
                .isEqualTo("SETS_SECOND_FACTOR_UP");
        assertThat(client.get("/api/v1/history").problem()).isEqualTo("second-factor-to-set-up");

        AuthenticatorApp.connect(client, "Pixel", PASSWORD);

        assertThat(client.standing()).isEqualTo("SIGNED_IN");
        assertThat(client.get("/api/v1/history").status()).isEqualTo(200);
    }

    @Test
    void who_has_none_is_led_to_the_page_that_sets_one_up() {
        Person person = forced("now()");
        Visitor visitor = visitor();
        visitor.signIn(person.email(), PASSWORD);

        assertThat(Page.of(visitor.get("/")).location()).isEqualTo("/set-up");
        assertThat(Page.of(visitor.get("/security")).location()).isEqualTo("/set-up");
        Page page = Page.of(visitor.get("/set-up"));
        assertThat(page.has("#set-up-authenticator")).isTrue();
        assertThat(page.has("#set-up-phone")).isTrue();
        assertThat(visitor.get("/security/authenticators/new").statusCode()).isEqualTo(200);
        assertThat(
                        visitor.post("/security/password", "/set-up", Map.of("password", PASSWORD))
                                .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_phone_will_do() {
        Person person = forced("now()");
        ApiClient client = client();
        client.signIn(person.email(), PASSWORD);
        String id =
                client.post(
                                "/api/v1/phones",
                                Map.of("number", person.phone(), "password", PASSWORD))
                        .body()
                        .findValue("id")
                        .asString();

        client.post(
                "/api/v1/phones/" + id + "/confirm", Map.of("code", inbox.code(person.phone(), 1)));

        assertThat(client.standing()).isEqualTo("SIGNED_IN");
    }

    @Test
    void before_its_time_nobody_is_forced() {
        ApiClient client = client();
        client.signIn(forced("now() + interval '1 hour'").email(), PASSWORD);

        assertThat(client.standing()).isEqualTo("SIGNED_IN");
    }

    @Test
    void whoever_removes_the_last_one_is_warned_signed_out_and_has_to_set_one_up_again() {
        Person person = forced("now()");
        ApiClient client = client();
        client.signIn(person.email(), PASSWORD);
        AuthenticatorApp app = AuthenticatorApp.connect(client, "Pixel", PASSWORD);
        Visitor visitor = client.visitor();
        String page = "/security/factors/" + app.id() + "/remove";

        assertThat(Page.of(visitor.get(page)).text("#forced")).contains("signed out");
        Page answer = Page.of(visitor.post(page, page, Map.of("password", PASSWORD)));

        assertThat(answer.location()).isEqualTo("/sign-in?set-up-again");
        assertThat(client.standing()).isEqualTo("STRANGER");
        ApiClient back = client();
        back.signIn(person.email(), PASSWORD);
        assertThat(back.standing()).isEqualTo("SETS_SECOND_FACTOR_UP");
    }

    @Test
    void whoever_removes_one_of_two_goes_on() {
        Person person = forced("now()");
        ApiClient client = client();
        client.signIn(person.email(), PASSWORD);
        AuthenticatorApp first = AuthenticatorApp.connect(client, "Pixel", PASSWORD);
        AuthenticatorApp.connect(client, "Tablet", PASSWORD);

        assertThat(client.post(first.factor("/remove"), Map.of("password", PASSWORD)).status())
                .isEqualTo(204);

        assertThat(client.standing()).isEqualTo("SIGNED_IN");
    }

    @Test
    void whoever_changes_the_password_goes_on() {
        Person person = personWithoutPhone();
        ApiClient client = client();
        client.signIn(person.email(), PASSWORD);
        force(person, "now()");

        client.post(
                "/api/v1/password",
                Map.of("password", PASSWORD, "newPassword", "another password only for tests"));

        assertThat(client.standing()).isEqualTo("SIGNED_IN");
    }

    private Person forced(String from) {
        Person person = personWithoutPhone();
        force(person, from);
        return person;
    }

    private void force(Person person, String from) {
        jdbc.sql("insert into second_factor_policy values (:account, " + from + ")")
                .param("account", person.account().value())
                .update();
    }
}
