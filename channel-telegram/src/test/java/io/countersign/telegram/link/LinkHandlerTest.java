package io.countersign.telegram.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.events.Statement;
import io.countersign.events.Statement.Linked;
import io.countersign.events.id.ChallengeId;
import io.countersign.telegram.Bench;
import io.countersign.telegram.prompt.BotReply;
import io.countersign.telegram.prompt.BotReply.Again;
import io.countersign.telegram.prompt.BotReply.Say;
import io.countersign.telegram.text.Phrase;
import io.countersign.test.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose linking counts. */
@Tag("SECURITY-17")
class LinkHandlerTest {

    private static final Person ANNA = person(1_001);
    private static final Person EVE = person(1_002);
    private static final BotReply THANKS = new Say(Phrase.LINKED);
    private static final BotReply NO_USE = new Say(Phrase.LINK_UNKNOWN);

    private final Bench bench = new Bench();
    private final LinkHandler handler =
            new LinkHandler(bench.notes(), bench.seal(), bench.notes(), bench.statementPublisher());
    private final ChallengeId linking = ChallengeId.next(Bench.RANDOM);

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whoever_brings_a_ticket_is_told_to_the_gateway() {
        assertThat(handler.take(issue(), ANNA)).isEqualTo(THANKS);

        assertThat(said()).contains(linked(ANNA));
        assertThat(bench.broker().events()).hasSize(1);
    }

    @Test
    void a_ticket_is_good_once() {
        String ticket = issue();
        handler.take(ticket, ANNA);

        assertThat(handler.take(ticket, EVE)).isEqualTo(NO_USE);
        assertThat(handler.take(ticket, ANNA)).isEqualTo(NO_USE);

        assertThat(said()).contains(linked(ANNA));
    }

    @Test
    @Tag("SECURITY-1")
    void of_100_people_at_once_one_is_linked() throws Exception {
        String ticket = issue();
        List<Callable<BotReply>> people =
                LongStream.range(1, 101)
                        .mapToObj(id -> (Callable<BotReply>) () -> handler.take(ticket, person(id)))
                        .toList();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long linked = 0;
            for (Future<BotReply> reply : threads.invokeAll(people)) {
                linked += reply.get().equals(THANKS) ? 1 : 0;
            }
            assertThat(linked).isEqualTo(1);
        }
    }

    @Test
    void a_ticket_that_ran_out_is_of_no_use() {
        assertThat(handler.take(issue(Duration.ofMillis(-1)), ANNA)).isEqualTo(NO_USE);

        assertThat(said()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "0123456789abcdefghijkl", "0123456789abcdefghijk*"})
    void a_ticket_that_nobody_issued_is_of_no_use(String ticket) {
        assertThat(handler.take(ticket, ANNA)).isEqualTo(NO_USE);
    }

    @Test
    void a_ticket_brought_to_a_group_is_kept_for_a_private_chat() {
        String ticket = issue();

        assertThat(handler.take(ticket, new Person(1_001, -5, false, "Anna", null)))
                .isEqualTo(new Say(Phrase.LINK_IN_GROUP));

        assertThat(said()).isEmpty();
        assertThat(handler.take(ticket, ANNA)).isEqualTo(THANKS);
    }

    @Test
    void a_linking_that_the_gateway_cannot_hear_of_is_not_lost() {
        String ticket = issue();
        bench.broker().goDown();
        assertThat(handler.take(ticket, ANNA)).isEqualTo(new Again());
        assertThat(handler.take(ticket, EVE)).isEqualTo(NO_USE);

        bench.broker().comeUp();

        assertThat(handler.take(ticket, ANNA)).isEqualTo(THANKS);
        assertThat(bench.broker().events()).hasSize(1);
        assertThat(said()).contains(linked(ANNA));
    }

    @Test
    void a_second_ticket_of_the_same_linking_changes_nothing() {
        handler.take(issue(), ANNA);

        assertThat(handler.take(issue(), EVE)).isEqualTo(NO_USE);

        assertThat(said()).contains(linked(ANNA));
    }

    @Test
    @Tag("SECURITY-30")
    void whoever_can_write_to_redis_issues_no_ticket() {
        String ticket = random();
        String elsewhere = Digest.of(random());
        for (byte[] forged :
                List.of(
                        linking.wire().getBytes(StandardCharsets.UTF_8),
                        bench.seal().seal(linking.wire(), Linked.ticketPlace(elsewhere)))) {
            bench.notes().issue(Digest.of(ticket), forged, until(Duration.ofMinutes(10)));

            assertThat(handler.take(ticket, ANNA)).isEqualTo(NO_USE);
        }
        assertThat(bench.broker().events()).isEmpty();
    }

    private Optional<Statement> said() {
        return bench.notes()
                .find(linking, Linked.NAME)
                .flatMap(kept -> bench.seal().openStatement(kept, linking, Linked.NAME));
    }

    private Linked linked(Person person) {
        return new Linked(
                linking, person.user(), person.chat(), person.shownName(), person.username());
    }

    private String issue() {
        return issue(Duration.ofMinutes(10));
    }

    private String issue(Duration lifetime) {
        String ticket = random();
        String digest = Digest.of(ticket);
        bench.notes()
                .issue(
                        digest,
                        bench.seal().seal(linking.wire(), Linked.ticketPlace(digest)),
                        until(lifetime));
        return ticket;
    }

    private Instant until(Duration lifetime) {
        return bench.store().now().plus(lifetime);
    }

    private static String random() {
        byte[] bytes = new byte[16];
        Bench.RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Person person(long id) {
        return new Person(id, id, true, "Anna " + id, "anna" + id);
    }
}
