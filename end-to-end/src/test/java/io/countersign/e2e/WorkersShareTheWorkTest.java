package io.countersign.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.redis.RedisStore;
import io.countersign.delivery.Delivery;
import io.countersign.events.Progress;
import io.countersign.events.id.DeliveryId;
import io.countersign.stack.own.OwnStack;
import io.countersign.stack.state.StackFile.Running;
import io.countersign.test.Patience;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStack.class)
class WorkersShareTheWorkTest {

    private static final int CHALLENGES = 400;

    @Test
    @Tag("RELIABILITY-4")
    void nothingIsSentTwiceWhenOneOfTwoIsKilledInMidLoad(OwnStack stack) {
        Running victim = stack.program("channel-sms-2");
        Simulator.of(stack).misbehave("{\"fault\": {\"kind\": \"slow\", \"delayMs\": 200}}");
        try (Load load = Load.on(stack)) {
            int before = Simulator.of(stack).acceptedDeliveries().size();

            List<DeliveryId> asked =
                    load.request(CHALLENGES, sent(stack, before + 60), () -> kill(victim));

            Awaitility.await()
                    .atMost(Load.LIFETIME.plus(Patience.LONG))
                    .until(() -> allOver(load.store(), asked));
            List<String> accepted = accepted(stack, asked);
            assertThat(new HashSet<>(accepted)).as("sent twice").hasSameSizeAs(accepted);
            Map<DeliveryId, Delivery> known = load.store().find(asked);
            assertThat(known).hasSize(CHALLENGES);
            assertThat(accepted.size() + count(known, Progress.UNKNOWN))
                    .as("sent, or unknown because the worker died")
                    .isGreaterThanOrEqualTo(CHALLENGES);
            assertThat(count(known, Progress.UNKNOWN))
                    .as("in hand of the victim")
                    .isLessThan(CHALLENGES / 2);
        } finally {
            Simulator.of(stack).behave();
        }
        // The stack is whole again for the other tests.
        Awaitility.await().until(() -> stack.program("channel-sms-2").pid() != victim.pid());
    }

    private static void kill(Running program) {
        ProcessHandle.of(program.pid()).orElseThrow().destroyForcibly();
    }

    private static List<String> accepted(OwnStack stack, List<DeliveryId> asked) {
        Set<String> ours = asked.stream().map(DeliveryId::wire).collect(Collectors.toSet());
        return Simulator.of(stack).acceptedDeliveries().stream().filter(ours::contains).toList();
    }

    private static BooleanSupplier sent(OwnStack stack, int atLeast) {
        return () -> Simulator.of(stack).acceptedDeliveries().size() >= atLeast;
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
