package io.countersign.identity.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.test.AtOnce;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("RELIABILITY-24")
class GateTest {

    private static final int MANY = 50;

    private final Gate gate = new Gate();
    private final AtomicInteger tried = new AtomicInteger();

    @Test
    void oneFindsOutWhetherItIsBackAndTheOthersHearAtOnceThatItIsNot() {
        ask(() -> false);
        CountDownLatch refused = new CountDownLatch(MANY - 1);

        List<String> answers =
                AtOnce.times(
                        MANY,
                        _ ->
                                gate.<String, RuntimeException>through(
                                        () -> {
                                            tried.incrementAndGet();
                                            awaitAll(refused);
                                            return "away";
                                        },
                                        _ -> false,
                                        () -> {
                                            refused.countDown();
                                            return "refused";
                                        }));

        assertThat(tried).hasValue(2);
        assertThat(Collections.frequency(answers, "refused")).isEqualTo(MANY - 1);
    }

    @Test
    void onceItIsBackEverybodyTriesAgain() {
        ask(() -> false);
        ask(() -> true);

        CountDownLatch together = new CountDownLatch(MANY);
        AtOnce.times(
                MANY,
                _ ->
                        ask(
                                () -> {
                                    together.countDown();
                                    awaitAll(together);
                                    return true;
                                }));

        assertThat(tried).hasValue(MANY + 2);
    }

    private boolean ask(BooleanSupplier there) {
        return gate.<Boolean, RuntimeException>through(
                () -> {
                    tried.incrementAndGet();
                    return there.getAsBoolean();
                },
                worked -> worked,
                () -> false);
    }

    private static void awaitAll(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
