package io.countersign.events;

import io.countersign.events.id.Subject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What a step's seal is bound to. A step moved to another subject, round, place, channel or
 * deadline does not open.
 */
public record StepBinding(
        Purpose purpose,
        Subject subject,
        int round,
        int step,
        int stepCount,
        Channel channel,
        Instant deadline) {

    /**
     * The AEAD's associated data. No field can contain the separator, so that no two read alike.
     */
    public byte[] associatedData() {
        return String.join(
                        "\n",
                        DeliveryRequested.TYPE,
                        purpose.name(),
                        subject.wire(),
                        Integer.toString(round),
                        Integer.toString(step),
                        Integer.toString(stepCount),
                        channel.wireName(),
                        Long.toString(deadline.toEpochMilli()))
                .getBytes(StandardCharsets.UTF_8);
    }
}
