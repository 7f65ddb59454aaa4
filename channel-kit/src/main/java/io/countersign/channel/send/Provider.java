package io.countersign.channel.send;

import io.countersign.channel.send.DeliveryOutcome.Unavailable;
import io.countersign.channel.send.DeliveryOutcome.Uncertain;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.Optional;

/** A named provider that is left alone for a while when it fails often, or when it asks for it. */
public final class Provider {

    private static final CircuitBreakerConfig RULES =
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(20)
                    .minimumNumberOfCalls(10)
                    .failureRateThreshold(50)
                    .waitDurationInOpenState(Duration.ofSeconds(10))
                    .permittedNumberOfCallsInHalfOpenState(3)
                    .recordResult(
                            outcome ->
                                    outcome instanceof Unavailable || outcome instanceof Uncertain)
                    .build();

    private final String name;
    private final ChannelSender sender;
    private final CircuitBreaker breaker;
    private volatile String trouble = "";

    /**
     * @param name for logs, reports and meters
     */
    public Provider(String name, ChannelSender sender) {
        this.name = name;
        this.sender = sender;
        this.breaker = CircuitBreaker.of(name, RULES);
    }

    public String name() {
        return name;
    }

    /** Whether the next message would be offered to it without reserve. */
    public boolean healthy() {
        return breaker.getState() == CircuitBreaker.State.CLOSED;
    }

    /** What was wrong the last time that something was; empty after a good answer. */
    public String trouble() {
        return trouble;
    }

    /** Empty, and the provider not called, while it is left alone. */
    Optional<DeliveryOutcome> send(OutgoingMessage message) {
        if (!breaker.tryAcquirePermission()) {
            return Optional.empty();
        }
        long start = breaker.getCurrentTimestamp();
        DeliveryOutcome outcome = call(message);
        breaker.onResult(
                breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit(), outcome);
        heed(outcome);
        return Optional.of(outcome);
    }

    private DeliveryOutcome call(OutgoingMessage message) {
        try {
            return sender.send(message);
        } catch (RuntimeException bug) {
            // Its message may quote what was to be sent.
            return new Uncertain(bug.getClass().getName());
        }
    }

    private void heed(DeliveryOutcome outcome) {
        switch (outcome) {
            case DeliveryOutcome.Accepted _, DeliveryOutcome.Refused _ -> trouble = "";
            case Uncertain(String detail) -> trouble = detail;
            case Unavailable(var retryAfter, String detail) -> {
                trouble = detail;
                if (retryAfter != null) {
                    breaker.transitionToOpenStateFor(retryAfter);
                }
            }
        }
    }
}
