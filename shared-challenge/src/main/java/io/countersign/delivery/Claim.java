package io.countersign.delivery;

import java.time.Instant;

/**
 * A worker's exclusive right to call a provider.
 *
 * @param holder the worker's instance and call, unique
 * @param leaseUntil from then on no one knows whether the provider was called
 */
public record Claim(String holder, Instant leaseUntil) {}
