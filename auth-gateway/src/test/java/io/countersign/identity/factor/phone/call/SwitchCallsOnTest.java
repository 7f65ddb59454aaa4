package io.countersign.identity.factor.phone.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.Method;
import io.countersign.gateway.ApiClient;
import io.countersign.gateway.ApiClient.Answer;
import io.countersign.gateway.GatewayTest;
import io.countersign.identity.method.MethodStops;
import io.countersign.identity.method.MethodStops.Reason;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A person is signed in twice, and too many wrong codes have switched calls off. */
class SwitchCallsOnTest extends GatewayTest {

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
    @Tag("SECURITY-14")
    void ends_every_other_session() {
        assertThat(switchOn(PASSWORD).status()).isEqualTo(204);

        assertThat(stops.stopped(person.account(), Method.CALL)).isFalse();
        assertThat(own.standing()).isEqualTo("SIGNED_IN");
        assertThat(other.standing()).isEqualTo("STRANGER");
    }

    @Test
    @Tag("SECURITY-13")
    void takes_the_password() {
        assertThat(switchOn("something else entirely").problem()).isEqualTo("password-wrong");

        assertThat(stops.stopped(person.account(), Method.CALL)).isTrue();
        assertThat(other.standing()).isEqualTo("SIGNED_IN");
    }

    @Test
    void changes_nothing_where_they_are_on() {
        switchOn(PASSWORD);
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
