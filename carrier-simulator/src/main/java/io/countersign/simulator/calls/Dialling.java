package io.countersign.simulator.calls;

import io.countersign.simulator.sms.PhoneNumber;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a call is placed.
 *
 * @param shown the number that the phone shows, null for a withheld one
 * @param patience how long the caller lets it ring
 */
public record Dialling(
        PhoneNumber to, PhoneNumber from, @Nullable PhoneNumber shown, Duration patience) {}
