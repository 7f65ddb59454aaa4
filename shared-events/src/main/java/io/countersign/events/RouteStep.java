package io.countersign.events;

import io.countersign.events.content.StepContent;
import java.util.Objects;

/**
 * One step of a route as it travels: readable by the workers of its channel only.
 *
 * @param channel whose workers can open it
 * @param keyId the sealing key, 8 hexadecimal digits
 * @param sealed the {@link StepContent} under that key; base64 in JSON
 */
public record RouteStep(Channel channel, String keyId, byte[] sealed) {

    public RouteStep {
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(keyId, "keyId");
        Objects.requireNonNull(sealed, "sealed");
    }

    @Override
    public String toString() {
        return "RouteStep[" + channel + ", key " + keyId + "]";
    }
}
