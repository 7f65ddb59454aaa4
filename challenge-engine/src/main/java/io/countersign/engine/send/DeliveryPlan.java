package io.countersign.engine.send;

import io.countersign.challenge.Method;
import io.countersign.challenge.store.Limit;
import java.util.List;

/**
 * What is sent at one request of the person.
 *
 * @param limits the limits that it counts against
 * @param routes all of them start at once, each as a round of its own; never empty
 */
public record DeliveryPlan(Method method, List<Limit> limits, List<PlannedRoute> routes) {

    public DeliveryPlan {
        limits = List.copyOf(limits);
        routes = List.copyOf(routes);
    }
}
