package io.countersign.engine;

import io.countersign.broker.PublishOutcome;
import io.countersign.broker.Publisher;
import io.countersign.broker.Topic;
import io.countersign.challenge.memory.InMemoryStore;
import io.countersign.delivery.Acceptance;
import io.countersign.delivery.store.Claims;
import io.countersign.events.Channel;
import io.countersign.events.Decoded;
import io.countersign.events.DeliveryRequested;
import io.countersign.events.EventCodec;
import io.countersign.events.EventTopics;
import io.countersign.events.WireEvent;
import io.countersign.events.content.Message;
import io.countersign.events.content.StepContent;
import io.countersign.events.id.DeliveryId;
import io.countersign.events.seal.OpenedStep;
import io.countersign.events.seal.StepOpener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Broker and SMS worker in one: keeps what is requested, and delivers when it is told to. */
final class SmsWorker implements Publisher {

    private final List<DeliveryRequested> waiting = new ArrayList<>();
    private final InMemoryStore store;
    private final EventCodec codec;
    private final StepOpener opener;
    private boolean reachable = true;

    /** A message as it reached a phone. */
    record Sms(String number, String code) {}

    SmsWorker(InMemoryStore store, EventCodec codec, StepOpener opener) {
        this.store = store;
        this.codec = codec;
        this.opener = opener;
    }

    void reachable(boolean now) {
        reachable = now;
    }

    @Override
    public PublishOutcome publish(Topic topic, String key, WireEvent event) {
        if (!reachable) {
            return new PublishOutcome.NotPublished("out of reach");
        }
        if (!topic.name().equals(EventTopics.requested(Channel.SMS))
                || !(codec.decodeRequested(event) instanceof Decoded.Event(var request))) {
            throw new AssertionError("not for an SMS worker: " + topic);
        }
        waiting.add(request);
        return new PublishOutcome.Published();
    }

    /** Sends what waits, oldest first. */
    List<Sms> deliver() {
        List<Sms> sent = waiting.stream().map(this::send).toList();
        waiting.clear();
        return sent;
    }

    private Sms send(DeliveryRequested request) {
        Duration second = Duration.ofSeconds(1);
        Acceptance accepted = new Acceptance("provider", "reference", store.now());
        DeliveryId id = request.delivery(1);
        if (store.update(id, Claims.claim("worker", second, second)).isEmpty()
                || store.update(id, Claims.sent(accepted)).isEmpty()) {
            throw new AssertionError("requested before it was stored");
        }
        if (opener.open(request) instanceof OpenedStep.Authentic(StepContent content)
                && content.message() instanceof Message.Code(var code)) {
            return new Sms(content.destination().value(), code.digits());
        }
        throw new AssertionError("not a sealed code");
    }
}
