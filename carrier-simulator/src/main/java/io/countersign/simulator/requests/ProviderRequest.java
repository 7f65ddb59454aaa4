package io.countersign.simulator.requests;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log.
 *
 * @param number counts the requests from 1, in the order of their outcomes
 * @param at when the outcome was decided
 * @param fault the kind of the fault applied, null without one
 */
public record ProviderRequest(
        long number, Instant at, Asked asked, RequestOutcome outcome, @Nullable String fault) {}
