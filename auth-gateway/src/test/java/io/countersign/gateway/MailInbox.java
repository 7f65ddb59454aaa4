package io.countersign.gateway;

import io.countersign.broker.Broker;
import io.countersign.broker.Handling;
import io.countersign.broker.ReceivedEvent;
import io.countersign.broker.Topic;
import io.countersign.events.Channel;
import io.countersign.events.Decoded;
import io.countersign.events.DeliveryReported;
import io.countersign.events.DeliveryRequested;
import io.countersign.events.EventCodec;
import io.countersign.events.EventTopics;
import io.countersign.events.Progress;
import io.countersign.events.content.Fact;
import io.countersign.events.content.Message;
import io.countersign.events.content.NoticeKind;
import io.countersign.events.content.StepContent;
import io.countersign.events.seal.OpenedStep;
import io.countersign.events.seal.SealingKeys;
import io.countersign.events.seal.StepOpener;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** Takes what the gateway requests as an e-mail worker would, and says that it was sent. */
@Component
public class MailInbox {

    private static final Topic REPORTED = new Topic(EventTopics.REPORTED);

    private final Map<String, List<Mail>> mails = new ConcurrentHashMap<>();
    private final Broker broker;
    private final EventCodec codec;
    private final Clock clock;
    private final StepOpener opener =
            new StepOpener(SealingKeys.read(GatewayTest.KEYS.resolve("seal-email.json")));

    MailInbox(Broker broker, EventCodec codec, Clock clock) {
        this.broker = broker;
        this.codec = codec;
        this.clock = clock;
        broker.subscribe(
                new Topic(EventTopics.requested(Channel.EMAIL)),
                "mails-" + UUID.randomUUID(),
                this::take);
    }

    /** A mail that arrived. */
    public record Mail(NoticeKind kind, Map<Fact, String> facts, String locale) {

        /** Where its link leads, without the gateway's own address. */
        public String path() {
            URI link = URI.create(facts.get(Fact.LINK));
            return link.getRawPath() + (link.getRawQuery() == null ? "" : "?" + link.getRawQuery());
        }

        /** What its link shows. */
        public String token() {
            return path().replaceAll(".*\\?t=", "");
        }
    }

    /** What came to an address so far, oldest first. */
    public List<Mail> of(String address) {
        return mails.getOrDefault(address, List.of());
    }

    public List<Mail> of(String address, NoticeKind kind) {
        return of(address).stream().filter(mail -> mail.kind() == kind).toList();
    }

    /** The latest mail of a kind to an address, once at least so many have come. */
    public Mail mail(String address, NoticeKind kind, int atLeast) {
        Arrival.await()
                .alias(kind + " to " + address)
                .until(() -> of(address, kind).size() >= atLeast);
        return of(address, kind).getLast();
    }

    /** The latest mail of a kind to an address, once there is one. */
    public Mail mail(String address, NoticeKind kind) {
        return mail(address, kind, 1);
    }

    /** The mail of a kind that says this, once it has come. Mails have no promised order. */
    public Mail mail(String address, NoticeKind kind, Fact fact, String value) {
        return Arrival.await()
                .alias(kind + " to " + address + " with " + fact + " " + value)
                .until(() -> saying(address, kind, fact, value), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<Mail> saying(String address, NoticeKind kind, Fact fact, String value) {
        return of(address, kind).stream()
                .filter(mail -> value.equals(mail.facts().get(fact)))
                .findFirst();
    }

    private Handling take(ReceivedEvent received) {
        if (codec.decodeRequested(received.event())
                        instanceof Decoded.Event(DeliveryRequested request)
                && opener.open(request) instanceof OpenedStep.Authentic(StepContent content)
                && content.message() instanceof Message.Notice(var kind, var facts)) {
            mails.computeIfAbsent(content.destination().value(), _ -> new CopyOnWriteArrayList<>())
                    .add(new Mail(kind, facts, content.locale()));
            var sent =
                    new DeliveryReported(
                            request.delivery(1),
                            Channel.EMAIL,
                            Progress.SENT,
                            null,
                            "inbox",
                            clock.instant());
            broker.publish(REPORTED, request.subject().wire(), codec.encode(sent));
        }
        return Handling.DONE;
    }
}
