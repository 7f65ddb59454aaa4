package io.countersign.identity.factor.phone.call;

import io.countersign.challenge.Pending;
import io.countersign.delivery.Delivery;
import io.countersign.delivery.Failed;
import io.countersign.delivery.store.Deliveries;
import io.countersign.engine.send.RoundDeliveries;
import io.countersign.events.FailureReason;
import io.countersign.events.id.DeliveryId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts the calls of a challenge, including those that a worker made by itself. */
@Component
class CallsMade {

    private final Deliveries deliveries;
    private final RoundDeliveries rounds;

    CallsMade(Deliveries deliveries, RoundDeliveries rounds) {
        this.deliveries = deliveries;
        this.rounds = rounds;
    }

    /** A call that never left the gateway is none. */
    int in(Pending challenge) {
        List<DeliveryId> possible =
                challenge.rounds().stream()
                        .flatMap(round -> rounds.calls(challenge, round).stream())
                        .toList();
        return possible.isEmpty()
                ? 0
                : (int)
                        deliveries.find(possible).values().stream()
                                .filter(CallsMade::counts)
                                .count();
    }

    private static boolean counts(Delivery call) {
        return !(call instanceof Failed(_, FailureReason reason)
                && reason == FailureReason.NOT_PUBLISHED);
    }
}
