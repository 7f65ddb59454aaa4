package io.countersign.simulator.faults.active;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * A rule as the API shows it: the fields of {@link FaultRule} and these.
 *
 * @param strikes how many requests it has hit
 * @param remaining how many more it will hit, null for no end
 */
public record ActiveFault(
        long id, @JsonUnwrapped FaultRule rule, int strikes, @Nullable Integer remaining) {}
