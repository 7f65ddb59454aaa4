package io.countersign.channel.deliver;

import io.countersign.broker.EventHandler;
import io.countersign.broker.Handling;
import io.countersign.broker.ReceivedEvent;
import io.countersign.events.Decoded;
import io.countersign.events.DeliveryRequested;
import io.countersign.events.EventCodec;
import io.countersign.events.seal.OpenedStep;
import io.countersign.events.seal.StepOpener;

/**
 * Takes delivery requests off the broker.
 *
 * <p>What cannot be read or opened becomes a dead letter and has no other effect: an attacker who
 * can write to the broker but holds no key must not be able to end a genuine delivery with a forged
 * event.
 */
public final class DeliveryHandler implements EventHandler {

    private final EventCodec codec;
    private final StepOpener opener;
    private final Courier courier;

    public DeliveryHandler(EventCodec codec, StepOpener opener, Courier courier) {
        this.codec = codec;
        this.opener = opener;
        this.courier = courier;
    }

    @Override
    public Handling handle(ReceivedEvent received) {
        return switch (codec.decodeRequested(received.event())) {
            case Decoded.Unreadable<DeliveryRequested>(String cause) -> Handling.dead(cause);
            case Decoded.Event<DeliveryRequested>(var request) ->
                    open(request, received.redelivery());
        };
    }

    private Handling open(DeliveryRequested request, int redelivery) {
        return switch (opener.open(request)) {
            case OpenedStep.Rejected(String cause) -> Handling.dead(cause);
            case OpenedStep.Authentic(var content) ->
                    courier.carry(new DeliveryTask(request, content, 1), redelivery);
        };
    }
}
