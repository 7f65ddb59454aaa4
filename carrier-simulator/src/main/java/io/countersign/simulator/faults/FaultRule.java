package io.countersign.simulator.faults;

import io.countersign.simulator.sms.PhoneNumber;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When a fault is to be applied.
 *
 * @param to the number whose messages are hit, null for all numbers
 * @param count how many requests are hit before the rule is used up, null for no end
 * @param probability that a request is hit, above 0 and at most 1; null for 1
 * @param seed of the dice, so that a run can be repeated; null for 0
 */
public record FaultRule(
        @Nullable PhoneNumber to,
        Fault fault,
        @Nullable Integer count,
        @Nullable Double probability,
        @Nullable Long seed) {

    public FaultRule {
        if (fault == null) {
            throw new IllegalArgumentException("fault must be given");
        }
        if (count != null && count < 1) {
            throw new IllegalArgumentException("count must be at least 1");
        }
        if (probability != null && !(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability must be above 0 and at most 1");
        }
    }

    boolean matches(PhoneNumber number) {
        return to == null || to.equals(number);
    }

    /** Two such rules cannot stand beside each other: the later one replaces the earlier. */
    boolean replaces(FaultRule other) {
        return Objects.equals(to, other.to) && fault.kind().equals(other.fault.kind());
    }
}
