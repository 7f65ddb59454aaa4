package io.countersign.identity.factor.phone.enrol;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.ApiClient;
import io.countersign.gateway.ApiClient.Answer;
import io.countersign.gateway.GatewayTest;
import io.countersign.identity.factor.phone.PendingPhones;
import io.countersign.identity.factor.phone.Phones;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class AddingPhonesTest extends GatewayTest {

    @Autowired private Phones phones;
    @Autowired private PendingPhones pendingPhones;
    @Autowired private JdbcClient jdbc;

    @Test
    void aPhoneIsAFactorOnceItsCodeCameBack() {
        Person person = personWithoutPhone();
        ApiClient client = signedInByPassword(person);

        Answer begun = add(client, person.phone());
        assertThat(begun.status()).isEqualTo(202);
        assertThat(begun.text("masked")).doesNotContain(person.phone());
        assertThat(confirm(client, begun, inbox.code(person.phone(), 1)).status()).isEqualTo(200);

        assertThat(client.get("/api/v1/phones").body().path("phones")).hasSize(1);
        assertThat(client().signIn(person.email(), PASSWORD).text("standing"))
                .isEqualTo("AWAITS_SECOND_FACTOR");
    }

    @Test
    @Tag("SECURITY-22")
    void aPhoneThatWasNotProvenIsNoFactor() {
        Person person = personWithoutPhone();
        ApiClient client = signedInByPassword(person);

        Answer begun = add(client, person.phone());
        String right = inbox.code(person.phone(), 1);
        String wrong = right.equals("000000") ? "000001" : "000000";
        assertThat(confirm(client, begun, wrong).problem()).isEqualTo("code-wrong");

        assertThat(client.get("/api/v1/phones").body().path("phones")).isEmpty();
        assertThat(client().signIn(person.email(), PASSWORD).text("standing"))
                .isEqualTo("SIGNED_IN");
    }

    @Test
    @Tag("SECURITY-22")
    void anotherSessionOfTheAccountCannotConfirmIt() {
        Person person = personWithoutPhone();
        Answer begun = add(signedInByPassword(person), person.phone());
        String code = inbox.code(person.phone(), 1);

        assertThat(confirm(signedInByPassword(person), begun, code).problem())
                .isEqualTo("phone-not-found");
    }

    @Test
    @Tag("SECURITY-22")
    void aPhoneThatWasNotProvenInTimeIsForgotten() {
        Person person = personWithoutPhone();
        ApiClient client = signedInByPassword(person);
        Answer begun = add(client, person.phone());
        String code = inbox.code(person.phone(), 1);
        jdbc.sql("update phone set expires_at = now() where account_id = :account")
                .param("account", person.account().value())
                .update();

        assertThat(confirm(client, begun, code).problem()).isEqualTo("phone-not-found");
        pendingPhones.forgetOld();
        assertThat(
                        jdbc.sql("select count(*) from phone where account_id = :account")
                                .param("account", person.account().value())
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void theSessionThatAddsItGoesOnWithASecondFactorUnderANewId() {
        Person person = personWithoutPhone();
        ApiClient client = signedInByPassword(person);
        Answer begun = add(client, person.phone());
        String code = inbox.code(person.phone(), 1);
        ApiClient thief = client.copy();

        confirm(client, begun, code);

        assertThat(client.get("/api/v1/session").text("secondFactorAt")).isNotEmpty();
        assertThat(thief.standing()).isEqualTo("STRANGER");
    }

    @Test
    @Tag("SECURITY-14")
    void addingAPhoneEndsEveryOtherSession() {
        Person person = personWithoutPhone();
        ApiClient other = signedInByPassword(person);
        ApiClient own = signedInByPassword(person);

        addAndConfirm(own, person.phone());

        assertThat(other.standing()).isEqualTo("STRANGER");
        assertThat(own.standing()).isEqualTo("SIGNED_IN");
    }

    @Test
    @Tag("SECURITY-14")
    void removingAPhoneEndsEveryOtherSessionAndEverySignInUnderWay() {
        Person person = person();
        ApiClient own = signedIn(person, 1);
        ApiClient other = signedIn(person, 2);
        ApiClient halfWay = client();
        halfWay.signIn(person.email(), PASSWORD);

        assertThat(remove(own, PASSWORD).status()).isEqualTo(204);

        assertThat(own.standing()).isEqualTo("SIGNED_IN");
        assertThat(other.standing()).isEqualTo("STRANGER");
        assertThat(halfWay.standing()).isEqualTo("STRANGER");
        assertThat(
                        jdbc.sql(
                                        """
                                        select outcome from sign_in where account_id = :account
                                        order by started_at desc limit 1
                                        """)
                                .param("account", person.account().value())
                                .query(String.class)
                                .single())
                .isEqualTo("CANCELLED");
    }

    @Test
    @Tag("SECURITY-13")
    void removingAPhoneTakesThePassword() {
        Person person = person();
        ApiClient client = signedIn(person, 1);

        assertThat(remove(client, "something else entirely").problem()).isEqualTo("password-wrong");
        assertThat(client.get("/api/v1/phones").body().path("phones")).hasSize(1);
    }

    @Test
    @Tag("SECURITY-13")
    void addingAPhoneTakesThePassword() {
        ApiClient client = signedInByPassword(personWithoutPhone());

        Answer refused =
                client.post(
                        "/api/v1/phones",
                        Map.of("number", newNumber(), "password", "something else entirely"));

        assertThat(refused.problem()).isEqualTo("password-wrong");
        assertThat(client.get("/api/v1/phones").body().path("pending")).isEmpty();
    }

    @Test
    @Tag("SECURITY-13")
    void addingAgainWhatIsAFactorChangesNothing() {
        Person person = person();
        ApiClient client = signedIn(person, 1);

        assertThat(add(client, person.phone()).problem()).isEqualTo("phone-already-added");
        assertThat(client.get("/api/v1/phones").body().path("phones")).hasSize(1);
        assertThat(client.get("/api/v1/phones").body().path("pending")).isEmpty();
    }

    @Test
    void anAccountHasFivePhonesAtMost() {
        Person person = personWithoutPhone();
        ApiClient client = signedInByPassword(person);
        for (int i = 0; i < 5; i++) {
            assertThat(add(client, newNumber()).status()).isEqualTo(202);
        }

        assertThat(add(client, newNumber()).problem()).isEqualTo("too-many-phones");
    }

    @Test
    void aPhoneHasTheNameItIsGiven() {
        Person person = person();
        ApiClient client = signedIn(person, 1);

        Answer renamed = client.patch("/api/v1/factors/" + phone(client), Map.of("name", " Büro "));

        assertThat(renamed.text("name")).isEqualTo("Büro");
        assertThat(
                        client.patch("/api/v1/factors/" + phone(client), Map.of("name", " \u200b "))
                                .problem())
                .isEqualTo("factor-name-refused");
    }

    @Test
    void nobodyTouchesThePhoneOfAnotherAccount() {
        Person victim = person();
        String phone = phone(signedIn(victim, 1));
        ApiClient thief = signedInByPassword(personWithoutPhone());

        assertThat(thief.patch("/api/v1/factors/" + phone, Map.of("name", "mine")).status())
                .isEqualTo(404);
        assertThat(
                        thief.post(
                                        "/api/v1/factors/" + phone + "/remove",
                                        Map.of("password", PASSWORD))
                                .status())
                .isEqualTo(404);
    }

    @Test
    void thePhoneUsedLastIsPreferred() {
        Person person = person();
        ApiClient client = signedIn(person, 1);
        String second = newNumber();
        addAndConfirm(client, second);

        phones.used(person.account(), phones.confirmed(person.account()).getLast().id());

        client().signIn(person.email(), PASSWORD);
        assertThat(inbox.code(second, 2)).isNotEmpty();
    }

    @Test
    void signingInWithAPhoneIsItsLastUse() {
        ApiClient client = signedIn(person(), 1);

        JsonNode phone = client.get("/api/v1/phones").body().path("phones").path(0);

        assertThat(phone.path("lastUsedAt").asString()).isNotEmpty();
    }

    private ApiClient signedInByPassword(Person person) {
        ApiClient client = client();
        assertThat(client.signIn(person.email(), PASSWORD).text("standing")).isEqualTo("SIGNED_IN");
        return client;
    }

    private ApiClient signedIn(Person person, int codes) {
        ApiClient client = client();
        client.signIn(person.email(), PASSWORD);
        assertThat(client.answer(inbox.code(person.phone(), codes)).status()).isEqualTo(200);
        return client;
    }

    private static Answer add(ApiClient client, String number) {
        return client.post("/api/v1/phones", Map.of("number", number, "password", PASSWORD));
    }

    private static Answer confirm(ApiClient client, Answer begun, String code) {
        return client.post("/api/v1/phones/" + begun.text("id") + "/confirm", Map.of("code", code));
    }

    private void addAndConfirm(ApiClient client, String number) {
        Answer begun = add(client, number);
        assertThat(confirm(client, begun, inbox.code(number, 1)).status()).isEqualTo(200);
    }

    private static Answer remove(ApiClient client, String password) {
        return client.post(
                "/api/v1/factors/" + phone(client) + "/remove", Map.of("password", password));
    }

    private static String phone(ApiClient client) {
        return client.get("/api/v1/phones").body().path("phones").path(0).path("id").asString();
    }
}
