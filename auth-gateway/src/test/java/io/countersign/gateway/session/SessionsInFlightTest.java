package io.countersign.gateway.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.ApiClient;
import io.countersign.gateway.GatewayTest;
import io.countersign.identity.caller.SessionKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a request that has loaded a session does to it after something else has happened. */
class SessionsInFlightTest extends GatewayTest {

    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final Duration ABSOLUTE = Duration.ofHours(12);
    private static final String CHOSEN = "another one only for tests";

    @Autowired private FindByIndexNameSessionRepository<?> stored;
    @Autowired private SessionKeys keys;
    @Autowired private Sessions sessions;
    @Autowired private PlatformTransactionManager transactions;
    @Autowired private JdbcClient jdbc;

    @Test
    @Tag("SECURITY-31")
    void whatever_it_writes_meets_nothing_once_the_id_has_changed() {
        ApiClient client = signedIn();
        String before = id(client);
        Session inFlight = loaded(before);

        changePassword(client);
        inFlight.setLastAccessedTime(Instant.now());
        inFlight.setAttribute("added", "value");

        assertThat(stored.findById(before)).isNull();
        Session after = loaded(id(client));
        assertThat(after.getAttributeNames()).doesNotContain("added");
        assertThat(client.standing()).isEqualTo("SIGNED_IN");
    }

    @Test
    @Tag("SECURITY-31")
    void it_gives_nothing_on_that_has_ended() {
        ApiClient client = signedIn();
        Session inFlight = loaded(id(client));
        inFlight.setAttribute("kept", "value");

        client.post("/api/v1/sign-out", "");
        String next = inFlight.changeSessionId();

        assertThat(loaded(next).getAttributeNames()).isEmpty();
    }

    @Test
    void what_the_session_holds_goes_on_under_the_new_id() {
        ApiClient client = signedIn();
        Session session = loaded(id(client));
        session.setAttribute("kept", "value");
        Instant created = session.getCreationTime();

        changePassword(client);

        Session after = loaded(id(client));
        assertThat(after.<String>getAttribute("kept")).isEqualTo("value");
        assertThat(after.getCreationTime()).isEqualTo(created);
    }

    @Test
    void an_id_that_was_not_committed_is_not_the_sessions() {
        ApiClient client = signedIn();
        String before = id(client);
        Session session = loaded(before);

        new TransactionTemplate(transactions)
                .executeWithoutResult(
                        status -> {
                            session.changeSessionId();
                            status.setRollbackOnly();
                        });

        assertThat(session.getId()).isEqualTo(before);
        assertThat(client.standing()).isEqualTo("SIGNED_IN");
    }

    @Test
    void two_requests_may_add_the_same_attribute() {
        ApiClient client = signedIn();
        Session one = loaded(id(client));
        Session other = loaded(id(client));

        one.setAttribute("added", "first");
        other.setAttribute("added", "second");

        assertThat(loaded(id(client)).<String>getAttribute("added")).isEqualTo("second");
    }

    @Test
    @Tag("SECURITY-15")
    void nothing_of_a_session_goes_on_in_another_accounts() {
        ApiClient client = signedIn();
        String before = id(client);
        loaded(before).setAttribute("kept", "value");

        client.signIn(personWithoutPhone().email(), PASSWORD);

        assertThat(client.standing()).isEqualTo("SIGNED_IN");
        assertThat(stored.findById(before)).isNull();
        assertThat(loaded(id(client)).getAttributeNames()).doesNotContain("kept");
    }

    @Test
    @Tag("SECURITY-31")
    void signing_out_ends_the_session_also_under_an_id_that_it_was_given_at_that_moment() {
        ApiClient client = signedIn();
        Session inFlight = loaded(id(client));
        SecurityContext context =
                inFlight.getAttribute(
                        HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);

        String next = keys.change(inFlight.getId()).orElseThrow();
        sessions.giveUp(
                Objects.requireNonNull(Objects.requireNonNull(context).getAuthentication()));

        assertThat(stored.findById(next)).isNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Tag("SECURITY-27")
    void nobody_is_signed_in_after_half_an_hour_without_a_request(boolean noticed) {
        ApiClient client = signedIn();
        Session inFlight = loaded(id(client));

        age(client, "last_access_time", IDLE);
        age(client, "expiry_time", IDLE);
        if (noticed) {
            assertThat(client.standing()).isEqualTo("STRANGER");
        }
        inFlight.setLastAccessedTime(Instant.now());
        inFlight.setAttribute("added", "value");

        assertThat(client.standing()).isEqualTo("STRANGER");
    }

    @Test
    @Tag("SECURITY-27")
    void nobody_is_signed_in_after_half_a_day_however_busy_and_under_however_many_ids() {
        ApiClient client = signedIn();
        age(client, "creation_time", ABSOLUTE.minusMinutes(1));
        changePassword(client);
        assertThat(client.standing()).isEqualTo("SIGNED_IN");
        Session inFlight = loaded(id(client));

        age(client, "creation_time", Duration.ofMinutes(1));
        assertThat(client.copy().get("/api/v1/phones").status()).isEqualTo(401);
        inFlight.setLastAccessedTime(Instant.now());
        inFlight.setAttribute("added", "value");

        assertThat(stored.findById(inFlight.getId())).isNull();
        assertThat(client.standing()).isEqualTo("STRANGER");
    }

    private ApiClient signedIn() {
        ApiClient client = client();
        client.signIn(personWithoutPhone().email(), PASSWORD);
        assertThat(client.standing()).isEqualTo("SIGNED_IN");
        return client;
    }

    private static void changePassword(ApiClient client) {
        Map<String, String> change = Map.of("password", PASSWORD, "newPassword", CHOSEN);
        assertThat(client.post("/api/v1/password", change).status()).isEqualTo(204);
    }

    private static String id(ApiClient client) {
        return new String(
                Base64.getDecoder().decode(client.visitor().cookie("__Host-countersign")), UTF_8);
    }

    /** As a request has it from its beginning to its end. */
    private Session loaded(String id) {
        return Objects.requireNonNull(stored.findById(id));
    }

    private void age(ApiClient client, String column, Duration by) {
        jdbc.sql(
                        "update spring_session set %1$s = %1$s - :by where session_id = :id"
                                .formatted(column))
                .param("by", by.toMillis())
                .param("id", id(client))
                .update();
    }
}
