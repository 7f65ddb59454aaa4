package io.countersign.voice.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.channel.kit.TestGateway;
import io.countersign.events.id.ChallengeId;
import io.countersign.events.id.DeliveryId;
import io.countersign.voice.TestPool;
import io.countersign.voice.number.CallingNumber;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CallBookTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final CallBench bench = new CallBench(TestPool.ofHundred());
    private final CallingNumber silent = TestPool.first(1).getFirst();
    private final CallingNumber other = TestPool.first(2).getLast();

    @Test
    void a_number_whose_calls_are_lost_rests_while_others_ring() {
        for (int call = 0; call < 4; call++) {
            hear(place(silent), CallStatus.FAILED);
        }
        hear(place(other), CallStatus.RINGING);
        assertThat(bench.resting()).isEmpty();

        hear(place(silent), CallStatus.INITIATED, CallStatus.NO_ANSWER);

        assertThat(bench.resting()).containsExactly(silent);
    }

    @Test
    @Tag("SECURITY-18")
    void what_is_heard_again_counts_once() {
        DeliveryId call = place(silent);
        hear(call, CallStatus.FAILED);
        hear(place(other), CallStatus.RINGING);

        for (int again = 0; again < 20; again++) {
            hear(call, CallStatus.FAILED);
        }

        assertThat(bench.resting()).isEmpty();
    }

    @Test
    void a_call_that_nobody_placed_is_not_known() {
        assertThat(bench.book().hear(next(), CallStatus.RINGING)).isEmpty();
    }

    private DeliveryId place(CallingNumber number) {
        DeliveryId delivery = next();
        bench.book().place(delivery, new PlacedCall(number, TestGateway.PHONE, false, Set.of()));
        return delivery;
    }

    private void hear(DeliveryId call, CallStatus... statuses) {
        for (CallStatus status : statuses) {
            bench.clock().advance(Duration.ofSeconds(1));
            bench.book().hear(call, status);
        }
    }

    private static DeliveryId next() {
        return new DeliveryId(ChallengeId.next(RANDOM), 1, 0, 1);
    }
}
