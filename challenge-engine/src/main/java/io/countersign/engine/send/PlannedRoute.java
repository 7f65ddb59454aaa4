package io.countersign.engine.send;

import io.countersign.events.Channel;
import java.util.List;
import java.util.UUID;

/**
 * The way to one of the person's factors.
 *
 * @param factor its id
 * @param route the first step, and what follows where it does not arrive; never empty
 */
public record PlannedRoute(UUID factor, List<PlannedStep> route) {

    public PlannedRoute {
        route = List.copyOf(route);
    }

    List<Channel> channels() {
        return route.stream().map(PlannedStep::channel).toList();
    }
}
