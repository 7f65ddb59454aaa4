package io.countersign.gateway.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.ApiClient.Answer;
import io.countersign.gateway.GatewayTest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class UniformAnswersTest extends GatewayTest {

    private static final String WRONG = "a wrong password for tests";

    @Autowired private JdbcClient jdbc;

    @Test
    @Tag("SECURITY-25")
    void unknownWrongAndLockedSoundAlikeOverTheApi() {
        Answer unknown = client().signIn(nobody(), WRONG);
        Answer wrong = client().signIn(person().email(), WRONG);
        Answer locked = client().signIn(lockedPerson().email(), PASSWORD);

        assertThat(unknown.status()).isEqualTo(401);
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(locked.status()).isEqualTo(401);
        assertThat(wrong.body()).isEqualTo(unknown.body());
        assertThat(locked.body()).isEqualTo(unknown.body());
    }

    @Test
    @Tag("SECURITY-25")
    void unknownWrongAndLockedLookAlikeOnThePage() {
        String unknown = page(nobody(), WRONG);
        String wrong = page(person().email(), WRONG);
        String locked = page(lockedPerson().email(), PASSWORD);

        assertThat(wrong).isEqualTo(unknown);
        assertThat(locked).isEqualTo(unknown);
    }

    @Test
    @Tag("SECURITY-25")
    void aTakenAddressIsNotToldAtSignUpAndStaysAsItIs() {
        Person person = person();

        Answer taken = signUp(person.email(), "another password for tests");
        Answer fresh = signUp(nobody(), "another password for tests");

        assertThat(taken.status()).isEqualTo(fresh.status()).isEqualTo(202);
        assertThat(taken.body().propertyNames()).isEqualTo(fresh.body().propertyNames());
        assertThat(again(taken).status()).isEqualTo(again(fresh).status()).isEqualTo(204);
        assertThat(client().signIn(person.email(), "another password for tests").status())
                .isEqualTo(401);
        assertThat(client().signIn(person.email(), PASSWORD).status()).isEqualTo(200);
    }

    @Test
    @Tag("SECURITY-12")
    void anAccountThatIsLockedMeanwhileIsNotSignedIn() {
        Person person = person();
        var client = client();
        client.signIn(person.email(), PASSWORD);
        String code = inbox.code(person.phone(), 1);
        lock(person);

        assertThat(client.answer(code).status()).isEqualTo(409);
        assertThat(client.standing()).isNotEqualTo("SIGNED_IN");
    }

    @Test
    @Tag("SECURITY-25")
    void theEleventhWrongPasswordWithinAnHourIsNotLookedAt() {
        Person person = person();
        for (int i = 0; i < 10; i++) {
            assertThat(client().signIn(person.email(), WRONG).status()).isEqualTo(401);
        }

        Answer limited = client().signIn(person.email(), PASSWORD);

        assertThat(limited.status()).isEqualTo(429);
        assertThat(limited.text("retryAt")).isNotEmpty();
    }

    private String page(String email, String password) {
        HttpResponse<String> response = visitor().signIn(email, password);
        assertThat(response.statusCode()).isEqualTo(401);
        return response.body()
                .replace(email, "E-MAIL")
                .replaceAll("name=\"_csrf\"[^>]*value=\"[^\"]+\"", "TOKEN");
    }

    private Answer signUp(String email, String password) {
        return client().post("/api/v1/sign-up", Map.of("email", email, "password", password));
    }

    private Answer again(Answer signedUp) {
        return client().post("/api/v1/sign-up/" + signedUp.text("id") + "/mail", "");
    }

    private static String nobody() {
        return UUID.randomUUID() + "@people.test";
    }

    private Person lockedPerson() {
        Person person = person();
        lock(person);
        return person;
    }

    private void lock(Person person) {
        jdbc.sql("update account set status = 'LOCKED' where id = :id")
                .param("id", person.account().value())
                .update();
    }
}
