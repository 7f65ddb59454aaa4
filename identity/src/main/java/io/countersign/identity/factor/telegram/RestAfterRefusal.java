package io.countersign.identity.factor.telegram;

import io.countersign.identity.event.SecurityEvent.RefusedAsNotTheirs;
import io.countersign.identity.method.stop.MethodStops;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * After a person has said that an attempt was not theirs, suspends the method that they said it by
 * for a while.
 */
@Component
class RestAfterRefusal {

    private final MethodStops stops;
    private final PromptLimits limits;
    private final Clock clock;

    RestAfterRefusal(MethodStops stops, PromptLimits limits, Clock clock) {
        this.stops = stops;
        this.limits = limits;
        this.clock = clock;
    }

    /** Before the mails about it. */
    @EventListener
    @Order(0)
    @Transactional(propagation = Propagation.MANDATORY)
    void on(RefusedAsNotTheirs event) {
        stops.stop(
                event.account(),
                event.method(),
                MethodStops.Reason.NOT_ME,
                clock.instant().plus(limits.frozen()));
    }
}
