package io.countersign.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.RequestStatements.Count;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Sign-ins ask the database no more than they did when this was written. A figure that shrinks is
 * to be lowered here; {@code ./countersign bench counts} shows all of them on the whole stack.
 */
class SignInWorkTest extends GatewayTest {

    private static final int STATEMENTS = 45;
    private static final int TRANSACTIONS = 16;

    @Autowired private RequestStatements requests;

    @Test
    void a_sign_in_by_sms() {
        Person person = person();
        Count before = requests.now();

        ApiClient client = client();
        client.signIn(person.email(), PASSWORD);
        client.answer(inbox.code(person.phone(), 1));

        expect(requests.now().minus(before));
        assertThat(client.standing()).isEqualTo("SIGNED_IN");
    }

    @Test
    void a_sign_in_by_app() {
        Person person = personWithoutPhone();
        ApiClient owner = client();
        owner.signIn(person.email(), PASSWORD);
        AuthenticatorApp app = AuthenticatorApp.connect(owner, "App", PASSWORD);
        Count before = requests.now();

        ApiClient client = client();
        client.signIn(person.email(), PASSWORD);
        client.answer("TOTP", app.code(1));

        expect(requests.now().minus(before));
        assertThat(client.standing()).isEqualTo("SIGNED_IN");
    }

    private static void expect(Count count) {
        assertThat(count.statements()).as("statements").isLessThanOrEqualTo(STATEMENTS);
        assertThat(count.transactions()).as("transactions").isLessThanOrEqualTo(TRANSACTIONS);
    }
}
