package io.countersign.simulator.calls;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How fast calls move on. How long a phone rings is the caller's decision.
 *
 * @param initiatedAfter from the acceptance of a call until it is dialled
 * @param ringingAfter from dialling until the phone rings
 * @param wordsTake how long it takes to say one word
 */
@ConfigurationProperties("simulator.calls")
public record SimulatedCallSettings(
        @DefaultValue("20ms") Duration initiatedAfter,
        @DefaultValue("400ms") Duration ringingAfter,
        @DefaultValue("300ms") Duration wordsTake) {

    public SimulatedCallSettings {
        requireNotNegative("initiated-after", initiatedAfter);
        requireNotNegative("ringing-after", ringingAfter);
        requireNotNegative("words-take", wordsTake);
    }

    private static void requireNotNegative(String key, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException("simulator.calls." + key + " must not be negative");
        }
    }
}
