package io.countersign.gateway;

import io.countersign.broker.Broker;
import io.countersign.broker.Handling;
import io.countersign.broker.ReceivedEvent;
import io.countersign.broker.Topic;
import io.countersign.events.Channel;
import io.countersign.events.Decoded;
import io.countersign.events.DeliveryRequested;
import io.countersign.events.EventCodec;
import io.countersign.events.EventTopics;
import io.countersign.events.content.Message;
import io.countersign.events.content.StepContent;
import io.countersign.events.seal.OpenedStep;
import io.countersign.events.seal.SealingKeys;
import io.countersign.events.seal.StepOpener;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** Takes what the gateway requests as an SMS worker would, and keeps the codes by number. */
@Component
public class SmsInbox {

    private final Map<String, List<String>> codes = new ConcurrentHashMap<>();
    private final EventCodec codec;
    private final StepOpener opener =
            new StepOpener(SealingKeys.read(GatewayTest.KEYS.resolve("seal-sms.json")));

    SmsInbox(Broker broker, EventCodec codec) {
        this.codec = codec;
        broker.subscribe(
                new Topic(EventTopics.requested(Channel.SMS)),
                "inbox-" + java.util.UUID.randomUUID(),
                this::take);
    }

    /** The codes that came to a number so far, oldest first. */
    public List<String> of(String number) {
        return codes.getOrDefault(number, List.of());
    }

    /** The latest code to a number, once at least so many have come. */
    public String code(String number, int atLeast) {
        Arrival.await().until(() -> of(number).size() >= atLeast);
        return of(number).getLast();
    }

    private Handling take(ReceivedEvent received) {
        if (codec.decodeRequested(received.event())
                        instanceof Decoded.Event(DeliveryRequested request)
                && opener.open(request) instanceof OpenedStep.Authentic(StepContent content)
                && content.message() instanceof Message.Code(var code)) {
            codes.computeIfAbsent(content.destination().value(), _ -> new CopyOnWriteArrayList<>())
                    .add(code.digits());
        }
        return Handling.DONE;
    }
}
