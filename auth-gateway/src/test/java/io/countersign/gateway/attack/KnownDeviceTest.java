package io.countersign.gateway.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.GatewayTest;
import io.countersign.gateway.Visitor;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An attacker who guesses passwords must not lock the owner out. */
@Tag("SECURITY-5")
class KnownDeviceTest extends GatewayTest {

    private static final String DEVICE = "__Host-countersign-device";

    @Test
    void aDeviceThatPassedASecondFactorGetsInWhileAStrangerGuesses() {
        Person person = person();
        Visitor owner = visitor();
        owner.signIn(person.email(), PASSWORD);
        owner.answer(inbox.code(person.phone(), 1));
        owner.post("/sign-out", "/security", Map.of());

        Visitor stranger = visitor();
        while (stranger.signIn(person.email(), "not the password").statusCode() != 429) {
            assertThat(stranger.cookie(DEVICE)).isEmpty();
        }

        assertThat(visitor().signIn(person.email(), PASSWORD).statusCode()).isEqualTo(429);
        assertThat(owner.signIn(person.email(), PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    void theTokenOpensNothingAndServesNoOtherAccount() {
        Person person = person();
        Visitor owner = visitor();
        owner.signIn(person.email(), PASSWORD);
        assertThat(owner.cookie(DEVICE)).as("after the password alone").isEmpty();
        owner.answer(inbox.code(person.phone(), 1));
        String token = owner.cookie(DEVICE);
        assertThat(token).isNotEmpty();
        owner.post("/sign-out", "/security", Map.of());

        assertThat(owner.get("/security").statusCode()).isNotEqualTo(200);
        Person other = person();
        while (owner.signIn(other.email(), "not the password").statusCode() != 429) {
            assertThat(owner.cookie(DEVICE)).isEqualTo(token);
        }
        assertThat(visitor().signIn(other.email(), PASSWORD).statusCode()).isEqualTo(429);
    }
}
