package io.countersign.channel.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.events.id.DeliveryId;
import io.countersign.events.id.NoticeId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a store of follow-ups must keep to. */
abstract class FollowUpsContract {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final NoticeId subject = NoticeId.next(new SecureRandom());

    abstract FollowUps followUps();

    @Test
    void what_is_due_is_given_with_its_task() {
        followUps().schedule(delivery(1), sealed("one"), Duration.ZERO);

        assertThat(followUps().takeDue(10, LONG))
                .singleElement()
                .satisfies(
                        due -> {
                            assertThat(due.delivery()).isEqualTo(delivery(1));
                            assertThat(due.sealedTask()).isEqualTo(sealed("one"));
                        });
    }

    @Test
    void what_is_not_due_waits_until_somebody_hurries_it() {
        followUps().schedule(delivery(1), sealed("one"), LONG);
        assertThat(followUps().takeDue(10, LONG)).isEmpty();

        followUps().hurry(delivery(1));

        assertThat(followUps().takeDue(10, LONG)).hasSize(1);
    }

    @Test
    void nothing_comes_of_hurrying_what_nobody_scheduled() {
        followUps().hurry(delivery(1));

        assertThat(followUps().takeDue(10, LONG)).isEmpty();
    }

    @Test
    @Tag("RELIABILITY-4")
    void what_was_taken_and_not_done_is_given_again_after_its_lease() {
        followUps().schedule(delivery(1), sealed("one"), Duration.ZERO);
        assertThat(followUps().takeDue(10, Duration.ZERO)).hasSize(1);

        assertThat(followUps().takeDue(10, LONG)).hasSize(1);
        assertThat(followUps().takeDue(10, LONG)).isEmpty();
    }

    @Test
    void what_is_done_is_forgotten() {
        followUps().schedule(delivery(1), sealed("one"), Duration.ZERO);
        followUps().done(delivery(1));

        assertThat(followUps().takeDue(10, LONG)).isEmpty();
    }

    @Test
    void many_workers_get_each_once() throws Exception {
        for (int i = 1; i <= 200; i++) {
            followUps().schedule(delivery(i), sealed("task " + i), Duration.ZERO);
        }
        Callable<List<FollowUp>> take = () -> followUps().takeDue(30, LONG);
        List<FollowUp> taken = new ArrayList<>();
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<FollowUp>> one :
                    workers.invokeAll(IntStream.range(0, 10).mapToObj(_ -> take).toList())) {
                taken.addAll(one.get());
            }
        }

        assertThat(taken).extracting(FollowUp::delivery).doesNotHaveDuplicates().hasSize(200);
    }

    private DeliveryId delivery(int round) {
        return new DeliveryId(subject, round, 0, 1);
    }

    private static byte[] sealed(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
