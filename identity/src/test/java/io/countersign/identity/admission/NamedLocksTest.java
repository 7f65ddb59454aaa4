package io.countersign.identity.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.test.AtOnce;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NamedLocksTest {

    private final UUID account = UUID.randomUUID();

    @Test
    void one_after_the_other_has_its_turn_and_nothing_is_left() {
        NamedLocks turns = new NamedLocks();
        AtomicInteger inside = new AtomicInteger();

        var most =
                AtOnce.times(
                        200,
                        _ ->
                                turns.inTurn(
                                        account,
                                        () -> {
                                            int now = inside.incrementAndGet();
                                            Thread.onSpinWait();
                                            inside.decrementAndGet();
                                            return now;
                                        }));

        assertThat(most).hasSize(200).containsOnly(1);
        assertThat(turns.wantedNames()).isZero();
    }

    @Test
    void whose_turn_does_not_come_is_refused_and_other_accounts_do_not_wait() throws Exception {
        NamedLocks turns = new NamedLocks();
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Thread holder =
                Thread.ofVirtual()
                        .start(
                                () ->
                                        turns.inTurn(
                                                account,
                                                () -> {
                                                    taken.countDown();
                                                    awaited(done);
                                                    return "";
                                                }));
        taken.await();

        assertThatThrownBy(
                        () ->
                                Deadline.within(
                                        Duration.ofMillis(1),
                                        () -> turns.inTurn(account, () -> "")))
                .isInstanceOf(TooBusy.class);
        assertThat(turns.inTurn(UUID.randomUUID(), () -> "other")).isEqualTo("other");

        done.countDown();
        holder.join();
        assertThat(turns.wantedNames()).isZero();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
