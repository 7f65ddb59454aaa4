package io.countersign.challenge.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.events.id.ChallengeId;
import io.countersign.test.AtOnce;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a store of statements and tickets must keep to. */
abstract class NotesContract {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ChallengeId challenge = ChallengeId.next(RANDOM);
    private final String digest = challenge.value();

    abstract Statements statements();

    abstract Tickets tickets();

    abstract Instant clock();

    @Test
    void the_first_statement_of_a_name_stands() {
        Instant until = clock().plus(LONG);

        assertThat(statements().make(challenge, "decision", bytes("yes"), until)).isTrue();
        assertThat(statements().make(challenge, "decision", bytes("no"), until)).isFalse();

        assertThat(statements().find(challenge, "decision")).contains(bytes("yes"));
    }

    @Test
    void statements_of_other_names_and_challenges_are_apart() {
        statements().make(challenge, "decision", bytes("yes"), clock().plus(LONG));

        assertThat(statements().find(challenge, "linked")).isEmpty();
        assertThat(statements().find(ChallengeId.next(RANDOM), "decision")).isEmpty();
    }

    @Test
    void a_statement_is_forgotten_in_time() {
        statements().make(challenge, "decision", bytes("yes"), clock().minusMillis(1));

        assertThat(statements().find(challenge, "decision")).isEmpty();
    }

    @Test
    @Tag("SECURITY-17")
    void of_many_who_bring_a_ticket_one_gets_something_for_it() {
        tickets().issue(digest, bytes("good for one"), clock().plus(LONG));

        List<Optional<byte[]>> got = AtOnce.times(20, _ -> tickets().redeem(digest));

        assertThat(got.stream().flatMap(Optional::stream)).containsExactly(bytes("good for one"));
    }

    @Test
    @Tag("SECURITY-17")
    void a_ticket_is_worth_nothing_after_its_time() {
        tickets().issue(digest, bytes("late"), clock().minusMillis(1));

        assertThat(tickets().redeem(digest)).isEmpty();
    }

    @Test
    void a_ticket_that_nobody_issued_is_worth_nothing() {
        assertThat(tickets().redeem(digest)).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
