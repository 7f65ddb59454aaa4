package io.countersign.events;

import io.countersign.events.id.DeliveryId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A delivery has reached {@code progress}.
 *
 * @param delivery which one
 * @param channel over which
 * @param progress how far; {@link Progress#SENT} or later
 * @param reason why it failed; null unless {@code progress} is {@link Progress#FAILED}
 * @param provider the provider's name as configured, or null where none was called
 * @param at when, by the reporter's clock
 */
public record DeliveryReported(
        DeliveryId delivery,
        Channel channel,
        Progress progress,
        @Nullable FailureReason reason,
        @Nullable String provider,
        Instant at) {

    public static final String TYPE = "io.countersign.delivery.reported.v1";

    public DeliveryReported {
        Objects.requireNonNull(delivery, "delivery");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(progress, "progress");
        Objects.requireNonNull(at, "at");
    }
}
