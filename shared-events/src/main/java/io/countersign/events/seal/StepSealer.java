package io.countersign.events.seal;

import io.countersign.events.Channel;
import io.countersign.events.RouteStep;
import io.countersign.events.StepBinding;
import io.countersign.events.content.StepContent;
import java.util.Map;

/** Seals steps; the gateway holds one, with the keys of every channel it uses. */
public final class StepSealer {

    private final Map<Channel, SealingKeys> keys;
    private final ContentJson json = new ContentJson();

    public StepSealer(Map<Channel, SealingKeys> keys) {
        this.keys = Map.copyOf(keys);
    }

    /**
     * Seals one step under its channel's primary key.
     *
     * @throws IllegalArgumentException when there are no keys for the binding's channel
     */
    public RouteStep seal(StepContent content, StepBinding binding) {
        SealingKeys channelKeys = keys.get(binding.channel());
        if (channelKeys == null) {
            throw new IllegalArgumentException("no sealing keys for " + binding.channel());
        }
        byte[] sealed = channelKeys.encrypt(json.write(content), binding.associatedData());
        return new RouteStep(binding.channel(), channelKeys.primaryKeyId(), sealed);
    }
}
