package io.countersign.engine.send;

import io.countersign.challenge.Limit;
import io.countersign.challenge.Method;
import java.util.List;

/**
 * What is sent at one request of the person.
 *
 * @param limits what it counts against
 * @param legs all of them set out at once, each a round of its own; never empty
 */
public record DeliveryPlan(Method method, List<Limit> limits, List<PlannedRoute> legs) {

    public DeliveryPlan {
        limits = List.copyOf(limits);
        legs = List.copyOf(legs);
    }
}
