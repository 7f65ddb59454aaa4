package io.countersign.gateway.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.ApiClient;
import io.countersign.gateway.GatewayTest;
import io.countersign.gateway.OldSecondFactor;
import io.countersign.gateway.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.FindByIndexNameSessionRepository;

/** Visitors who have come to different points of a sign-in. */
abstract class StandingsTest extends GatewayTest {

    @Autowired private FindByIndexNameSessionRepository<?> stored;

    /** Gave the password; the second factor is awaited. */
    final Visitor awaiting() {
        ApiClient client = client();
        client.signIn(person().email(), PASSWORD);
        assertThat(client.standing()).isEqualTo("AWAITS_SECOND_FACTOR");
        return client.visitor();
    }

    /** Gave the second factor too long ago for a change. */
    final Visitor longSignedIn() {
        Person person = person();
        ApiClient client = client();
        client.signIn(person.email(), PASSWORD);
        client.answer(inbox.code(person.phone(), 1));
        OldSecondFactor.in(stored, person.account());
        assertThat(client.standing()).isEqualTo("SIGNED_IN");
        return client.visitor();
    }
}
