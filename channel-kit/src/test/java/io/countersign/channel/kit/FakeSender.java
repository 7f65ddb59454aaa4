package io.countersign.channel.kit;

import io.countersign.channel.send.ChannelSender;
import io.countersign.channel.send.DeliveryOutcome;
import io.countersign.channel.send.OutgoingMessage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Remembers what it was given and answers as it was told, by default that it took it. */
public final class FakeSender implements ChannelSender {

    private final List<OutgoingMessage> given = new CopyOnWriteArrayList<>();
    private volatile Function<OutgoingMessage, DeliveryOutcome> answer =
            message -> new DeliveryOutcome.Accepted("ref-" + message.delivery());

    public void answers(DeliveryOutcome outcome) {
        answer = _ -> outcome;
    }

    public void answers(Function<OutgoingMessage, DeliveryOutcome> howTo) {
        answer = howTo;
    }

    /** Everything it was given, in order. */
    public List<OutgoingMessage> given() {
        return List.copyOf(given);
    }

    @Override
    public DeliveryOutcome send(OutgoingMessage message) {
        given.add(message);
        return answer.apply(message);
    }
}
