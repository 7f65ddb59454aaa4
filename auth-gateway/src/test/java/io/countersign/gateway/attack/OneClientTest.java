package io.countersign.gateway.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.countersign.gateway.GatewayTest;
import io.countersign.gateway.Visitor;
import io.countersign.gateway.WinningSettings;
import io.countersign.test.AtOnce;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** With bounds as by default. Other clients come from other addresses of the loopback network. */
@Tag("SECURITY-34")
@DirtiesContext
@ContextConfiguration(initializers = OneClientTest.Bounds.class)
class OneClientTest extends GatewayTest {

    private static final int CONNECTIONS = 40;

    @Autowired private DataSource database;

    /** Goes before the boundless settings of all other tests. */
    static final class Bounds extends WinningSettings {

        Bounds() {
            super(
                    Map.of(
                            "countersign.sign-in.tries-per-address", 30,
                            "countersign.requests.in-work", 64,
                            "countersign.requests.in-work-per-client", 8,
                            "countersign.requests.streams-per-session", 4,
                            "countersign.requests.passwords-per-core", 8,
                            "countersign.requests.passwords-per-client", 4,
                            "countersign.requests.passwords-per-account", 4));
        }
    }

    @Test
    void whatIsOverItsLimitIsRefusedWithoutTheDatabase() throws SQLException {
        Person person = personWithoutPhone();
        Visitor stranger = from("127.0.0.2");
        String token = stranger.token("/sign-in");
        while (tried(stranger, person, token) != 429) {
            assertThat(stranger.cookie("__Host-countersign")).isEmpty();
        }

        List<Connection> all = takeAllConnections();
        try {
            assertThat(tried(stranger, person, token)).isEqualTo(429);
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
    }

    @Test
    void oneWithFortyConnectionsSlowsNobodyElse() {
        Visitor owner = from("127.0.0.3");
        List<Person> idle = people();
        List<Person> busy = people();
        signIn(owner, personWithoutPhone());
        long alone = median(idle.stream().map(person -> signIn(owner, person)).toList());

        Visitor greedy = from("127.0.0.4");
        String token = greedy.token("/sign-in");
        Person victim = personWithoutPhone();
        long amidst;
        try (Flood flood = new Flood(CONNECTIONS, () -> tried(greedy, victim, token))) {
            flood.awaitRefusals();
            amidst = median(busy.stream().map(person -> signIn(owner, person)).toList());
            assertThat(flood.statuses()).isSubsetOf(Set.of(401, 429, 503));
        }

        // Twice is the goal. The flood runs on the machine that it floods, and not alone: without
        // its bounds 26 times were seen.
        assertThat((double) amidst / alone).isLessThan(12.0);
    }

    @Test
    void aHundredWrongPasswordsAtOnceAreNotWaitedForByTheOwner() {
        Person person = personWithoutPhone();
        Visitor stranger = from("127.0.0.5");
        Visitor owner = from("127.0.0.6");
        signIn(owner, person);
        String token = stranger.token("/sign-in");

        List<Integer> statuses =
                AtOnce.times(
                        101,
                        i ->
                                i == 100
                                        ? owner.signIn(person.email(), PASSWORD).statusCode()
                                        : tried(stranger, person, token));

        assertThat(statuses.getLast()).isEqualTo(302);
        assertThat(Set.copyOf(statuses.subList(0, 100)))
                .isSubsetOf(Set.of(401, 429, 503))
                .contains(503);
    }

    @Test
    void whoIsRefusedForTooMuchKeepsWhatWasTypedAndHearsWhen() {
        Person person = personWithoutPhone();
        Visitor stranger = from("127.0.0.7");
        String token = stranger.token("/sign-in");

        List<String> refused =
                AtOnce.times(60, _ -> answer(stranger, person, token)).stream()
                        .filter(answer -> answer.startsWith("503"))
                        .toList();

        assertThat(refused)
                .allMatch(answer -> answer.startsWith("503 2 "))
                .anyMatch(answer -> answer.contains("value=\"" + person.email() + "\""));
    }

    private static int tried(Visitor visitor, Person person, String token) {
        return visitor.post(
                        "/sign-in",
                        Map.of("email", person.email(), "password", "not the password"),
                        token)
                .statusCode();
    }

    private static String answer(Visitor visitor, Person person, String token) {
        var response =
                visitor.post(
                        "/sign-in",
                        Map.of("email", person.email(), "password", "not the password"),
                        token);
        return response.statusCode()
                + " "
                + response.headers().firstValue("Retry-After").orElse("")
                + " "
                + response.body();
    }

    private List<Person> people() {
        return LongStream.range(0, 9).mapToObj(_ -> personWithoutPhone()).toList();
    }

    /** How long it takes, in nanoseconds; from a device that the account does not know. */
    private static long signIn(Visitor visitor, Person person) {
        String token = visitor.token("/sign-in");
        long start = System.nanoTime();
        int status =
                visitor.post(
                                "/sign-in",
                                Map.of("email", person.email(), "password", PASSWORD),
                                token)
                        .statusCode();
        long took = System.nanoTime() - start;
        assertThat(status).isEqualTo(302);
        visitor.post("/sign-out", "/security", Map.of());
        return took;
    }

    private static long median(List<Long> all) {
        return all.stream().sorted().skip(all.size() / 2).findFirst().orElseThrow();
    }

    private List<Connection> takeAllConnections() throws SQLException {
        HikariDataSource pool = database.unwrap(HikariDataSource.class);
        HikariPoolMXBean state = pool.getHikariPoolMXBean();
        List<Connection> all = new ArrayList<>();
        while (state.getActiveConnections() < pool.getMaximumPoolSize()) {
            all.add(pool.getConnection());
        }
        return all;
    }
}
