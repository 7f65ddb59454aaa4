package io.countersign.simulator.faults.active;

import io.countersign.simulator.faults.Fault;
import io.countersign.simulator.faults.FaultChannel;
import io.countersign.simulator.faults.UpdatesFault;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When a fault is to be applied.
 *
 * @param to who is hit, null for everyone
 * @param channel what is hit, null for every channel that knows the fault
 * @param count how many requests are hit before the rule is used up, null for no end
 * @param probability that a request is hit, above 0 and at most 1; null for 1
 * @param seed of the dice, so that a run can be repeated; null for 0
 */
public record FaultRule(
        @Nullable FaultRecipient to,
        @Nullable FaultChannel channel,
        Fault fault,
        @Nullable Integer count,
        @Nullable Double probability,
        @Nullable Long seed) {

    public FaultRule {
        if (fault == null) {
            throw new IllegalArgumentException("fault must be given");
        }
        if (channel != null && !channel.knows(fault)) {
            throw new IllegalArgumentException(
                    fault.kind() + " cannot happen to channel " + channel.wireName());
        }
        if (to != null && fault instanceof UpdatesFault) {
            throw new IllegalArgumentException(fault.kind() + " concerns nobody: leave out to");
        }
        if (count != null && count < 1) {
            throw new IllegalArgumentException("count must be at least 1");
        }
        if (probability != null && !(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability must be above 0 and at most 1");
        }
    }

    boolean matches(FaultChannel struck, @Nullable FaultRecipient recipient) {
        return (to == null || to.equals(recipient))
                && (channel == null ? struck.knows(fault) : channel == struck);
    }

    /** Two such rules cannot stand beside each other: the later one replaces the earlier. */
    boolean replaces(FaultRule other) {
        return Objects.equals(to, other.to)
                && channel == other.channel
                && fault.kind().equals(other.fault.kind());
    }
}
