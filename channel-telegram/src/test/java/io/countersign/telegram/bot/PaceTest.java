package io.countersign.telegram.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.telegram.Bench;
import io.countersign.telegram.bot.Pace.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How fast all workers together write. */
@Tag("RELIABILITY-6")
class PaceTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Bench bench = new Bench();
    private long chats = System.nanoTime();

    @BeforeEach
    void start_anew() {
        bench.connection().sync().del("countersign:{telegram}:pace");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void two_workers_together_keep_to_so_many_a_second() {
        Pace first = new Pace(bench::connection, 30);
        Pace second = new Pace(bench::connection, 30);

        long start = System.nanoTime();
        Duration last = Duration.ZERO;
        for (int i = 0; i < 61; i++) {
            Place place = (i % 2 == 0 ? first : second).reserve(chats++, LONG);
            assertThat(place.taken()).isTrue();
            last = place.after().plusNanos(System.nanoTime() - start);
        }

        assertThat(last).isGreaterThanOrEqualTo(Duration.ofMillis(1_990));
    }

    @Test
    void a_chat_gets_one_a_second_and_holds_up_no_other() {
        Pace pace = new Pace(bench::connection, 1_000);
        long busy = chats++;
        assertThat(pace.reserve(busy, LONG).taken()).isTrue();

        Place second = pace.reserve(busy, LONG);

        assertThat(second.taken()).isFalse();
        assertThat(second.after()).isBetween(Duration.ofNanos(1), SECOND);
        assertThat(pace.reserve(chats++, LONG))
                .satisfies(
                        other -> {
                            assertThat(other.taken()).isTrue();
                            assertThat(other.after()).isLessThan(Duration.ofMillis(10));
                        });
    }

    @Test
    void nobody_takes_a_place_for_which_they_would_not_wait() {
        Pace pace = new Pace(bench::connection, 1);
        assertThat(pace.reserve(chats++, LONG).taken()).isTrue();

        for (int i = 0; i < 10; i++) {
            assertThat(pace.reserve(chats++, Duration.ZERO).taken()).isFalse();
        }

        assertThat(pace.reserve(chats++, LONG).after()).isLessThanOrEqualTo(SECOND);
    }

    @Test
    void a_turn_comes_or_is_known_not_to_come_in_time() {
        try (SendingTurns turns = new SendingTurns(new Pace(bench::connection, 1_000))) {
            long chat = chats++;
            long start = System.nanoTime();
            List<Boolean> came = new ArrayList<>();
            came.add(turns.await(chat, Duration.ZERO));
            came.add(turns.await(chat, Duration.ZERO));
            came.add(turns.await(chat, LONG));

            assertThat(came).containsExactly(true, false, true);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(990));
        }
    }
}
