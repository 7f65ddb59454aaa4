package io.countersign.identity.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("SECURITY-34")
class FullBucketsTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final FullBuckets full = new FullBuckets(now::get);

    @Test
    void whatWasSeenFullIsSoForAFewSeconds() {
        full.remember("a", START.plusSeconds(3600));

        assertThat(full.freeAgain(List.of("b", "a"))).contains(START.plusSeconds(3600));
        assertThat(full.freeAgain(List.of("b"))).isEmpty();

        now.set(START.plus(Duration.ofMinutes(1)));
        assertThat(full.freeAgain(List.of("a"))).isEmpty();
    }

    @Test
    void nothingIsFullLongerThanItSaid() {
        full.remember("a", START.plusSeconds(1));

        now.set(START.plusSeconds(1));
        assertThat(full.freeAgain(List.of("a"))).isEmpty();
    }

    @Test
    void theOneThatIsFullLongestCounts() {
        full.remember("a", START.plusSeconds(2));
        full.remember("b", START.plusSeconds(5));

        assertThat(full.freeAgain(List.of("a", "b"))).contains(START.plusSeconds(5));
    }

    @Test
    void aTryThatWasTakenBackMakesRoomAtOnce() {
        full.remember("a", START.plusSeconds(3600));
        full.forget(List.of("a"));

        assertThat(full.freeAgain(List.of("a"))).isEmpty();
    }

    @Test
    void itKeepsTheLatestOnly() {
        for (int i = 0; i < 20_000; i++) {
            full.remember("bucket " + i, START.plusSeconds(3600));
        }

        assertThat(full.freeAgain(List.of("bucket 0"))).isEmpty();
        assertThat(full.freeAgain(List.of("bucket 19999"))).isPresent();
    }
}
