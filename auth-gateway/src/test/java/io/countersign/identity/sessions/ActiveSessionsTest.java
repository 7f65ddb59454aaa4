package io.countersign.identity.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.ApiClient;
import io.countersign.gateway.ApiClient.Answer;
import io.countersign.gateway.GatewayTest;
import io.countersign.gateway.Visitor;
import io.countersign.gateway.web.Page;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class ActiveSessionsTest extends GatewayTest {

    @Autowired private JdbcClient jdbc;

    @Test
    void theOneThatAsksComesFirst() {
        Person person = personWithoutPhone();
        signedIn(person);
        ApiClient own = signedIn(person);
        signedIn(person);

        JsonNode sessions = own.get("/api/v1/sessions").body();

        assertThat(sessions).hasSize(3);
        assertThat(sessions.path(0).path("current").asBoolean()).isTrue();
        assertThat(sessions.path(1).path("current").asBoolean()).isFalse();
        assertThat(sessions.path(0).path("address").asString()).isEqualTo("127.0.0.1");
    }

    @Test
    void whoHasOnlyGivenThePasswordIsNotThere() {
        Person person = person();
        ApiClient own = client();
        own.signIn(person.email(), PASSWORD);
        own.answer(inbox.code(person.phone(), 1));
        client().signIn(person.email(), PASSWORD);

        assertThat(own.get("/api/v1/sessions").body()).hasSize(1);
    }

    @Test
    void aSessionThatIsTooOldIsNotThere() {
        Person person = personWithoutPhone();
        signedIn(person);
        jdbc.sql("update spring_session set creation_time = 0 where principal_name = :who")
                .param("who", person.account().toString())
                .update();

        assertThat(signedIn(person).get("/api/v1/sessions").body()).hasSize(1);
    }

    @Test
    void oneThatIsEndedIsRefusedItsNextRequest() {
        Person person = personWithoutPhone();
        ApiClient other = signedIn(person);
        ApiClient third = signedIn(person);
        ApiClient own = signedIn(person);
        String id = other.get("/api/v1/sessions").body().path(0).path("id").asString();

        assertThat(own.post("/api/v1/sessions/" + id + "/end", "").status()).isEqualTo(204);

        assertThat(other.get("/api/v1/phones").status()).isEqualTo(401);
        assertThat(third.standing()).isEqualTo("SIGNED_IN");
        assertThat(own.standing()).isEqualTo("SIGNED_IN");
        assertThat(mails(person)).isOne();
        assertThat(own.post("/api/v1/sessions/" + id + "/end", "").problem())
                .isEqualTo("session-not-found");
    }

    @Test
    void allOthersCanBeEndedAtOnce() {
        Person person = person();
        ApiClient own = client();
        own.signIn(person.email(), PASSWORD);
        own.answer(inbox.code(person.phone(), 1));
        ApiClient underWay = client();
        underWay.signIn(person.email(), PASSWORD);

        assertThat(own.post("/api/v1/sessions/end-others", "").status()).isEqualTo(204);

        Answer late = underWay.answer(inbox.code(person.phone(), 2));
        assertThat(late.status()).isIn(401, 409);
        assertThat(own.standing()).isEqualTo("SIGNED_IN");
        assertThat(mails(person)).isOne();
    }

    @Test
    @Tag("SECURITY-10")
    void nobodyEndsTheSessionOfAnotherAccount() {
        ApiClient victim = signedIn(personWithoutPhone());
        String id = victim.get("/api/v1/sessions").body().path(0).path("id").asString();

        Answer answer = signedIn(personWithoutPhone()).post("/api/v1/sessions/" + id + "/end", "");

        assertThat(answer.problem()).isEqualTo("session-not-found");
        assertThat(victim.standing()).isEqualTo("SIGNED_IN");
    }

    @Test
    void thePageEndsThemToo() {
        Person person = personWithoutPhone();
        ApiClient first = signedIn(person);
        ApiClient second = signedIn(person);
        Visitor visitor = visitor();
        visitor.signIn(person.email(), PASSWORD);
        String page = "/security/sessions";

        Page before = Page.of(visitor.get(page));
        String end = before.attribute("form[action$=/end]", "action");
        visitor.post(end, page, Map.of());
        Page between = Page.of(visitor.get(page));
        visitor.post(page + "/end-others", page, Map.of());
        Page after = Page.of(visitor.get(page));

        assertThat(before.document().select(".session")).hasSize(3);
        assertThat(before.text(".session")).contains("This session");
        assertThat(between.document().select(".session")).hasSize(2);
        assertThat(between.text("#notice")).contains("has been ended");
        assertThat(after.document().select(".session")).hasSize(1);
        assertThat(after.has("#end-others")).isFalse();
        assertThat(first.standing()).isEqualTo("STRANGER");
        assertThat(second.standing()).isEqualTo("STRANGER");
    }

    private ApiClient signedIn(Person person) {
        ApiClient client = client();
        client.signIn(person.email(), PASSWORD);
        assertThat(client.standing()).isEqualTo("SIGNED_IN");
        return client;
    }

    /** How many links by which to say "not me" were made out for ending sessions. */
    private int mails(Person person) {
        return jdbc.sql(
                        "select count(*) from mail_link where subject = :who and purpose = 'NOT_ME'")
                .param("who", person.account().value())
                .query(Integer.class)
                .single();
    }
}
