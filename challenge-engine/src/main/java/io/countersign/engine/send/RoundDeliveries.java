package io.countersign.engine.send;

import io.countersign.challenge.Pending;
import io.countersign.challenge.Round;
import io.countersign.delivery.Delivery;
import io.countersign.delivery.store.Deliveries;
import io.countersign.events.Channel;
import io.countersign.events.id.DeliveryId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The deliveries that a round led to: a worker may have tried again, or handed over. */
@Component
public class RoundDeliveries {

    private final Deliveries deliveries;
    private final CallSettings calls;

    RoundDeliveries(Deliveries deliveries, CallSettings calls) {
        this.deliveries = deliveries;
        this.calls = calls;
    }

    /** The one that was begun last; empty when the store has lost it. */
    public Optional<Delivery> latest(Pending challenge, Round round) {
        List<DeliveryId> possible = possible(challenge, round);
        Map<DeliveryId, Delivery> known = deliveries.find(possible);
        return possible.reversed().stream().filter(known::containsKey).map(known::get).findFirst();
    }

    /** Whether nothing follows if this delivery does not arrive. */
    boolean last(Round round, DeliveryId delivery) {
        return delivery.step() == round.route().size() - 1
                && delivery.attempt() == tries(round.route().get(delivery.step()));
    }

    /** What a worker continues with by itself if this delivery does not arrive. */
    public Optional<Channel> next(Round round, DeliveryId delivery) {
        Channel own = round.route().get(delivery.step());
        if (delivery.attempt() < tries(own)) {
            return Optional.of(own);
        }
        return round.route().stream().skip(delivery.step() + 1L).findFirst();
    }

    /** The calls that a round's first step may have made. */
    public List<DeliveryId> calls(Pending challenge, Round round) {
        return round.route().getFirst() == Channel.VOICE
                ? possible(challenge, round).stream().filter(id -> id.step() == 0).toList()
                : List.of();
    }

    private List<DeliveryId> possible(Pending challenge, Round round) {
        List<DeliveryId> possible = new ArrayList<>();
        for (int step = 0; step < round.route().size(); step++) {
            for (int attempt = 1; attempt <= tries(round.route().get(step)); attempt++) {
                possible.add(new DeliveryId(challenge.terms().id(), round.number(), step, attempt));
            }
        }
        return possible;
    }

    private int tries(Channel channel) {
        return channel == Channel.VOICE ? calls.most() : 1;
    }
}
