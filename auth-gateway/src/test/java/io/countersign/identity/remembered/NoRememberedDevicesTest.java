package io.countersign.identity.remembered;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.ApiClient;
import io.countersign.gateway.ApiClient.Answer;
import io.countersign.gateway.GatewayTest;
import io.countersign.gateway.Visitor;
import io.countersign.gateway.web.Page;
import io.countersign.identity.attempt.RandomToken;
import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By default no device is remembered. */
class NoRememberedDevicesTest extends GatewayTest {

    private static final String COOKIE = "__Host-countersign-remembered";

    @Autowired private JdbcClient jdbc;

    @Test
    void nobody_is_offered_it_and_asking_for_it_means_nothing() {
        Person person = person();
        ApiClient client = client();
        Answer begun = client.signIn(person.email(), PASSWORD);

        assertThat(begun.body().at("/challenge/rememberDays").isNull()).isTrue();
        assertThat(Page.of(client.visitor().get("/challenge")).has("[name=remember]")).isFalse();
        Answer answer =
                client.post(
                        "/api/v1/challenge/answer",
                        Map.of("code", inbox.code(person.phone(), 1), "remember", true));
        assertThat(answer.text("standing")).isEqualTo("SIGNED_IN");
        assertThat(client.visitor().cookie(COOKIE)).isEmpty();
        assertThat(Page.of(client.visitor().get("/security/sessions")).has("#devices")).isFalse();
    }

    @Test
    @Tag("SECURITY-14")
    void a_device_that_was_remembered_before_it_was_switched_off_is_asked() {
        Person person = person();
        ApiClient client = client();
        client.signIn(person.email(), PASSWORD);
        client.answer(inbox.code(person.phone(), 1));
        RandomToken token = RandomToken.next(new SecureRandom());
        jdbc.sql(
                        """
                        insert into remembered_device
                          (id, account_id, token_hash, remembered_by, address, user_agent, expires_at)
                        select id, account_id, :hash, id, address, user_agent, now() + interval '30 days'
                        from sign_in where account_id = :account
                        """)
                .param("hash", token.hash())
                .param("account", person.account().value())
                .update();

        Visitor device = visitor().with(COOKIE, token.value());

        assertThat(Page.of(device.signIn(person.email(), PASSWORD)).location())
                .isEqualTo("/challenge");
        assertThat(client.get("/api/v1/remembered-devices").body()).isEmpty();
    }
}
