package io.countersign.gateway;

import io.countersign.broker.Broker;
import io.countersign.broker.Handling;
import io.countersign.broker.ReceivedEvent;
import io.countersign.broker.Topic;
import io.countersign.challenge.store.Statements;
import io.countersign.events.Channel;
import io.countersign.events.Decoded;
import io.countersign.events.DeliveryRequested;
import io.countersign.events.EventCodec;
import io.countersign.events.EventTopics;
import io.countersign.events.Statement;
import io.countersign.events.StatementMade;
import io.countersign.events.content.CallEnding;
import io.countersign.events.content.StepContent;
import io.countersign.events.id.ChallengeId;
import io.countersign.events.seal.ChannelSeal;
import io.countersign.events.seal.OpenedStep;
import io.countersign.events.seal.SealingKeys;
import io.countersign.events.seal.StepOpener;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes requests as the voice and Telegram workers would, and says what they would say. */
@Component
public class FakeWorkers {

    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Broker broker;
    private final Statements statements;
    private final EventCodec codec;

    /** A request, and its first step in clear. */
    public record Request(DeliveryRequested event, StepContent content) {

        public ChallengeId challenge() {
            return (ChallengeId) event.subject();
        }
    }

    FakeWorkers(Broker broker, Statements statements, EventCodec codec) {
        this.broker = broker;
        this.statements = statements;
        this.codec = codec;
        take(Channel.VOICE);
        take(Channel.TELEGRAM);
    }

    /** What was requested for this number or chat, once it is as many. */
    public List<Request> to(String destination, int atLeast) {
        Arrival.await().until(() -> to(destination).size() >= atLeast);
        return to(destination);
    }

    public List<Request> to(String destination) {
        return requests.stream()
                .filter(one -> one.content().destination().value().equals(destination))
                .toList();
    }

    /** Says which number is about to call. */
    public void dials(Request request, String ending) {
        Statement.Calling calling =
                new Statement.Calling(request.event().delivery(1), new CallEnding(ending));
        keep(Channel.VOICE, request.challenge(), calling);
    }

    /**
     * Says that a button was pressed, and tells the gateway.
     *
     * @return whether this is the decision that stands
     */
    public boolean presses(Request request, @Nullable Integer number) {
        var decision = new Statement.Decision(request.event().delivery(1), number);
        boolean first = keep(Channel.TELEGRAM, request.challenge(), decision);
        tell(request.challenge());
        return first;
    }

    /** Tells the gateway that a person has decided, whether or not it is so. */
    public void tell(ChallengeId challenge) {
        tell(challenge, Statement.Decision.NAME);
    }

    /** Says whether a Telegram user can be written to, and tells the gateway. */
    public void reaches(String user, boolean reachable, Instant at) {
        ChallengeId id = ChallengeId.next(new SecureRandom());
        keep(Channel.TELEGRAM, id, new Statement.Reach(Long.parseLong(user), reachable, at));
        tell(id, Statement.Reach.NAME);
    }

    private void tell(ChallengeId challenge, String name) {
        StatementMade made = new StatementMade(challenge, Channel.TELEGRAM, name, Instant.now());
        var _ = broker.publish(new Topic(EventTopics.STATED), challenge.wire(), codec.encode(made));
    }

    public boolean keep(Channel channel, ChallengeId about, Statement statement) {
        return statements.make(
                about,
                statement.name(),
                seal(channel).seal(statement, about),
                Instant.now().plusSeconds(600));
    }

    public static ChannelSeal seal(Channel channel) {
        return new ChannelSeal(channel, keys(channel));
    }

    private void take(Channel channel) {
        StepOpener opener = new StepOpener(keys(channel));
        broker.subscribe(
                new Topic(EventTopics.requested(channel)),
                "fake-" + UUID.randomUUID(),
                received -> take(received, opener));
    }

    private Handling take(ReceivedEvent received, StepOpener opener) {
        if (codec.decodeRequested(received.event())
                        instanceof Decoded.Event(DeliveryRequested request)
                && opener.open(request) instanceof OpenedStep.Authentic(StepContent content)) {
            requests.add(new Request(request, content));
        }
        return Handling.DONE;
    }

    private static SealingKeys keys(Channel channel) {
        return SealingKeys.read(GatewayTest.KEYS.resolve("seal-" + channel.wireName() + ".json"));
    }
}
