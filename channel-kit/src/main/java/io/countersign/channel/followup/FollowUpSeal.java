package io.countersign.channel.followup;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.countersign.events.Decoded;
import io.countersign.events.DeliveryRequested;
import io.countersign.events.EventCodec;
import io.countersign.events.WireEvent;
import io.countersign.events.seal.ChannelSeal;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Seals follow-ups for the store. Each one opens only as its own delivery's, so that an attacker
 * who can write to the store cannot cause a try that no worker decided on.
 */
public final class FollowUpSeal {

    private final ChannelSeal seal;
    private final EventCodec codec;
    private final JsonMapper json = new JsonMapper();

    public FollowUpSeal(ChannelSeal seal, EventCodec codec) {
        this.seal = seal;
        this.codec = codec;
    }

    public byte[] seal(FollowUpTask followUpTask) {
        WireEvent event = codec.encode(followUpTask.request());
        return seal.seal(json.writeValueAsString(event), place(followUpTask.delivery().wire()));
    }

    /** Empty for anything that was not sealed as this delivery's. */
    public Optional<FollowUpTask> open(FollowUp followUp) {
        return seal.open(followUp.sealedTask(), place(followUp.delivery().wire()))
                .map(clear -> json.readValue(clear.getBytes(UTF_8), WireEvent.class))
                .map(codec::decodeRequested)
                .map(
                        decoded ->
                                switch (decoded) {
                                    case Decoded.Event<DeliveryRequested>(var request) ->
                                            new FollowUpTask(
                                                    request, followUp.delivery().attempt());
                                    case Decoded.Unreadable<DeliveryRequested> _ -> null;
                                });
    }

    private static String place(String delivery) {
        return "follow-up\n" + delivery;
    }
}
