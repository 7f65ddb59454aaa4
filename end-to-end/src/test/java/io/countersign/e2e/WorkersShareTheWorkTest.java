package io.countersign.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.redis.RedisStore;
import io.countersign.delivery.Delivery;
import io.countersign.events.Progress;
import io.countersign.events.id.DeliveryId;
import io.countersign.test.Patience;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class WorkersShareTheWorkTest {

    private static final int CHALLENGES = 400;

    @Test
    @Tag("RELIABILITY-4")
    void nothingIsSentTwiceWhenOneOfTwoIsKilledInMidLoad() {
        try (RunningStack stack = RunningStack.start(Map.of(), "--workers=sms=2", "--no-restart");
                Load load = Load.on(stack)) {
            stack.simulator().misbehave("{\"fault\": {\"kind\": \"slow\", \"delayMs\": 200}}");
            ProcessHandle victim = stack.process("channel-sms-2");

            List<DeliveryId> asked =
                    load.request(CHALLENGES, sent(stack, 60), victim::destroyForcibly);

            Awaitility.await()
                    .atMost(Load.LIFETIME.plus(Patience.LONG))
                    .until(() -> allOver(load.store(), asked));
            List<String> accepted = stack.simulator().acceptedDeliveries();
            assertThat(new HashSet<>(accepted)).as("sent twice").hasSameSizeAs(accepted);
            Map<DeliveryId, Delivery> known = load.store().find(asked);
            assertThat(known).hasSize(CHALLENGES);
            assertThat(accepted.size() + count(known, Progress.UNKNOWN))
                    .as("sent, or unknown because the worker died")
                    .isGreaterThanOrEqualTo(CHALLENGES);
            assertThat(count(known, Progress.UNKNOWN))
                    .as("in hand of the victim")
                    .isLessThan(CHALLENGES / 2);
        }
    }

    private static java.util.function.BooleanSupplier sent(RunningStack stack, int atLeast) {
        return () -> stack.simulator().acceptedDeliveries().size() >= atLeast;
    }

    private static boolean allOver(RedisStore store, List<DeliveryId> asked) {
        return store.find(asked).values().stream()
                .map(Delivery::progress)
                .noneMatch(progress -> progress == Progress.QUEUED || progress == Progress.CLAIMED);
    }

    private static int count(Map<DeliveryId, Delivery> known, Progress progress) {
        return Math.toIntExact(
                known.values().stream().filter(d -> d.progress() == progress).count());
    }
}
