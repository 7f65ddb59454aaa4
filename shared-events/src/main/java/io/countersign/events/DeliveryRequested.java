package io.countersign.events;

import io.countersign.events.id.DeliveryId;
import io.countersign.events.id.HandOverToken;
import io.countersign.events.id.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sealed routing slip: a person is to be reached over the first channel of the route, or over a
 * later one when a worker hands over.
 *
 * @param subject what is carried
 * @param purpose why
 * @param requestedAt when the gateway asked, by its clock
 * @param deadline nothing is sent at or after it
 * @param round the request's number for this subject, from 1
 * @param step the current step's index in the route
 * @param route all steps, in order
 * @param baton shown by the worker of the step before; null at step 0
 * @param traceparent W3C trace context, or null
 */
public record DeliveryRequested(
        Subject subject,
        Purpose purpose,
        Instant requestedAt,
        Instant deadline,
        int round,
        int step,
        List<RouteStep> route,
        @Nullable HandOverToken baton,
        @Nullable String traceparent) {

    public static final String TYPE = "io.countersign.delivery.requested.v1";

    /**
     * @throws IllegalArgumentException when the route is empty or too long, or the step is not in
     *     it
     */
    public DeliveryRequested {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(requestedAt, "requestedAt");
        Objects.requireNonNull(deadline, "deadline");
        route = List.copyOf(route);
        if (route.isEmpty() || route.size() > 8 || step < 0 || step >= route.size()) {
            throw new IllegalArgumentException("the step must lie within a route of 1 to 8 steps");
        }
    }

    /** The step to carry out now. */
    public RouteStep currentStep() {
        return route.get(step);
    }

    /** What the current step's seal is bound to. */
    public StepBinding binding() {
        return new StepBinding(
                purpose, subject, round, step, route.size(), currentStep().channel(), deadline);
    }

    /** The delivery that the given try of the current step is. */
    public DeliveryId delivery(int attempt) {
        return new DeliveryId(subject, round, step, attempt);
    }

    public boolean hasNextStep() {
        return step + 1 < route.size();
    }

    /** The same request one step further, with the proof that this step's worker handed it over. */
    public DeliveryRequested handOver(@Nullable HandOverToken proof) {
        return new DeliveryRequested(
                subject,
                purpose,
                requestedAt,
                deadline,
                round,
                step + 1,
                route,
                proof,
                traceparent);
    }
}
