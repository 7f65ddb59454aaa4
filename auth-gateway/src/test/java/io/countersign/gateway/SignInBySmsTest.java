package io.countersign.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class SignInBySmsTest extends GatewayTest {

    @Test
    void theRightCodeSignsIn() {
        Person person = person();
        Visitor visitor = visitor();

        assertThat(location(visitor.signIn(person.email(), PASSWORD))).endsWith("/challenge");
        HttpResponse<String> answered = visitor.answer(inbox.code(person.phone(), 1));

        assertThat(location(answered)).endsWith("/");
        assertThat(visitor.get("/security").statusCode()).isEqualTo(200);
    }

    @Test
    void anAccountWithoutASecondFactorSignsInByPassword() {
        Person person = personWithoutPhone();
        Visitor visitor = visitor();

        assertThat(location(visitor.signIn(person.email(), PASSWORD))).endsWith("/");
        assertThat(visitor.get("/security").statusCode()).isEqualTo(200);
    }

    @Test
    void theWrongPasswordDoesNot() {
        assertThat(visitor().signIn(person().email(), "something else").statusCode())
                .isEqualTo(401);
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }
}
