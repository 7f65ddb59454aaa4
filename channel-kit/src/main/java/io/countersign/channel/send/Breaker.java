package io.countersign.channel.send;

import io.countersign.events.content.Destination;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a provider is left alone.
 *
 * <p>Failures for one recipient count once, however many there are, until a message for them is
 * taken; so one recipient's trouble alone neither opens the breaker nor keeps it open. Other
 * recipients than those who had it opened test whether the provider is well again: those who had it
 * opened ask on the side, and their failures change nothing.
 */
final class Breaker {

    private static final CircuitBreakerConfig RULES =
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(20)
                    .minimumNumberOfCalls(10)
                    .failureRateThreshold(50)
                    .waitDurationInOpenState(Duration.ofSeconds(10))
                    .permittedNumberOfCallsInHalfOpenState(3)
                    .build();

    private final CircuitBreaker circuit;
    private final Recent<Destination> failing = new Recent<>();
    private final Recent<Destination> openers = new Recent<>();

    /** How a recipient may ask. */
    enum Turn {
        /** Normally; the result counts. */
        COUNTED,
        /** While the provider is tried with others. */
        ASIDE,
        /** Not at all now. */
        NONE
    }

    Breaker(String name) {
        this.circuit = CircuitBreaker.of(name, RULES);
    }

    boolean closed() {
        return circuit.getState() == State.CLOSED;
    }

    /** Each turn except {@code NONE} has to end in one of the other methods. */
    Turn turn(Destination to) {
        if (!circuit.tryAcquirePermission()) {
            return Turn.NONE;
        }
        if (circuit.getState() == State.HALF_OPEN && openers.has(to)) {
            circuit.releasePermission();
            return Turn.ASIDE;
        }
        return Turn.COUNTED;
    }

    /** The provider does its work, whatever it made of this message. */
    void well(Destination to) {
        failing.forget(to);
        openers.forget(to);
        circuit.onSuccess(0, TimeUnit.NANOSECONDS);
    }

    /** The result says nothing about the provider. */
    void unasked(Turn turn) {
        if (turn == Turn.COUNTED) {
            circuit.releasePermission();
        }
    }

    /**
     * The provider failed.
     *
     * @param rest for which it asked; null where it did not
     */
    void failed(Turn turn, Destination to, @Nullable Duration rest) {
        boolean again = !failing.add(to);
        if (again || turn == Turn.ASIDE) {
            unasked(turn);
            return;
        }
        circuit.onError(0, TimeUnit.NANOSECONDS, new ProviderFailed());
        if (rest != null) {
            circuit.transitionToOpenStateFor(rest);
        }
        if (circuit.getState() == State.OPEN) {
            openers.add(to);
        }
    }

    /** What the circuit breaker counts. */
    private static final class ProviderFailed extends Exception {

        private static final long serialVersionUID = 1L;

        ProviderFailed() {
            super("failed", null, false, false);
        }
    }
}
