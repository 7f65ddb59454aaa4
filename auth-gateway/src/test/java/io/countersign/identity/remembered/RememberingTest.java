package io.countersign.identity.remembered;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.ApiClient;
import io.countersign.gateway.LenientGatewayTest;
import io.countersign.gateway.Visitor;
import io.countersign.gateway.web.Page;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A gateway whose policy is to remember devices for 30 days. */
abstract class RememberingTest extends LenientGatewayTest {

    static final String COOKIE = "__Host-countersign-remembered";

    @Autowired JdbcClient jdbc;

    /** Signs in with the first SMS to the person's phone, and has the device remembered. */
    ApiClient remembered(Person person) {
        ApiClient client = client();
        client.signIn(person.email(), PASSWORD);
        assertThat(answer(client, person, 1).status()).isEqualTo(200);
        assertThat(client.visitor().cookie(COOKIE)).isNotEmpty();
        return client;
    }

    ApiClient.Answer answer(ApiClient client, Person person, int sms) {
        return client.post(
                "/api/v1/challenge/answer",
                Map.of("code", inbox.code(person.phone(), sms), "remember", true));
    }

    /** A browser that has nothing but the cookie of this one's device. */
    Visitor device(ApiClient client) {
        return device(client.visitor().cookie(COOKIE));
    }

    Visitor device(String token) {
        return visitor().with(COOKIE, token);
    }

    /** Whether the right password alone signs in. */
    static boolean letsIn(Visitor device, Person person) {
        String leadsTo = Page.of(device.signIn(person.email(), PASSWORD)).location();
        assertThat(leadsTo).isIn("/", "/challenge");
        boolean in = Page.of(device.get("/security")).status() == 200;
        assertThat(in).isEqualTo(leadsTo.equals("/"));
        return in;
    }

    int devices(Person person) {
        return jdbc.sql("select count(*) from remembered_device where account_id = :account")
                .param("account", person.account().value())
                .query(Integer.class)
                .single();
    }
}
