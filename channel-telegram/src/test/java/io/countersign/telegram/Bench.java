package io.countersign.telegram;

import io.countersign.challenge.Challenge;
import io.countersign.challenge.Pending;
import io.countersign.challenge.SealedCode;
import io.countersign.challenge.Terms;
import io.countersign.challenge.redis.RedisNotes;
import io.countersign.challenge.redis.RedisStore;
import io.countersign.challenge.store.Change;
import io.countersign.challenge.store.Dispatch;
import io.countersign.channel.followup.redis.RedisFollowUps;
import io.countersign.channel.kit.FakeBroker;
import io.countersign.channel.kit.TestKeys;
import io.countersign.channel.receipt.ReceiptInbox;
import io.countersign.channel.report.DeliveryJournal;
import io.countersign.channel.report.Reports;
import io.countersign.channel.sealed.RedisValueStore;
import io.countersign.channel.sealed.SealedStore;
import io.countersign.channel.statement.StatementPublisher;
import io.countersign.delivery.Head;
import io.countersign.delivery.Queued;
import io.countersign.delivery.store.Claims;
import io.countersign.events.Channel;
import io.countersign.events.Decoded;
import io.countersign.events.EventCodec;
import io.countersign.events.Purpose;
import io.countersign.events.Statement.Reach;
import io.countersign.events.StatementMade;
import io.countersign.events.id.ChallengeId;
import io.countersign.events.id.DeliveryId;
import io.countersign.events.seal.ChannelSeal;
import io.countersign.stack.TestServers;
import io.countersign.telegram.prompt.Nonce;
import io.countersign.telegram.prompt.PressHandler;
import io.countersign.telegram.prompt.PressedDecisions;
import io.countersign.telegram.prompt.Prompts;
import io.countersign.telegram.prompt.Question;
import io.countersign.telegram.reach.Reachability;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What is around the worker's desks: a real store, a seal, and a broker that can go down. */
public final class Bench implements AutoCloseable {

    public static final SecureRandom RANDOM = new SecureRandom();
    public static final Duration LIFETIME = Duration.ofMinutes(5);

    private final RedisClient client = RedisClient.create(TestServers.redis().url());
    private final StatefulRedisConnection<String, String> connection = client.connect();
    private final RedisStore store = new RedisStore(() -> connection, Clock.systemUTC());
    private final RedisNotes notes = new RedisNotes(() -> connection);
    private final FakeBroker broker = new FakeBroker();
    private final ChannelSeal seal = new ChannelSeal(Channel.TELEGRAM, new TestKeys().sealing());
    private final StatementPublisher statementPublisher;
    private final PressedDecisions decisions;

    public Bench() {
        Clock clock = Clock.systemUTC();
        EventCodec codec = new EventCodec("/test");
        statementPublisher =
                new StatementPublisher(Channel.TELEGRAM, seal, notes, broker, codec, clock);
        ReceiptInbox receipts =
                new ReceiptInbox(
                        store,
                        new Reports(broker, codec, clock),
                        new DeliveryJournal(new SimpleMeterRegistry(), clock),
                        new RedisFollowUps(() -> connection, Channel.TELEGRAM));
        decisions = new PressedDecisions(statementPublisher, notes, seal, receipts, clock);
    }

    public StatefulRedisConnection<String, String> connection() {
        return connection;
    }

    public RedisClient client() {
        return client;
    }

    public RedisStore store() {
        return store;
    }

    public RedisNotes notes() {
        return notes;
    }

    public FakeBroker broker() {
        return broker;
    }

    public ChannelSeal seal() {
        return seal;
    }

    public StatementPublisher statementPublisher() {
        return statementPublisher;
    }

    public PressedDecisions decisions() {
        return decisions;
    }

    public Reachability reachability() {
        return new Reachability(statementPublisher, RANDOM, Clock.systemUTC());
    }

    /** What the gateway was told about people's reach, in this order. */
    public List<Reach> reaches() {
        EventCodec codec = new EventCodec("/test");
        return broker.events().stream()
                .map(codec::decodeStatementMade)
                .filter(Decoded.Event.class::isInstance)
                .map(decoded -> ((Decoded.Event<StatementMade>) decoded).value().challenge())
                .flatMap(
                        id ->
                                notes.find(id, Reach.NAME).stream()
                                        .flatMap(
                                                kept ->
                                                        seal
                                                                .openStatement(kept, id, Reach.NAME)
                                                                .stream()))
                .map(Reach.class::cast)
                .toList();
    }

    public Prompts prompts() {
        return new Prompts(
                new SealedStore(new RedisValueStore(() -> connection, "countersign:"), seal));
    }

    public PressHandler pressHandler() {
        return new PressHandler(prompts(), store, store, decisions);
    }

    /** A pending challenge's first delivery, queued. */
    public DeliveryId delivery() {
        return delivery(LIFETIME);
    }

    /** The same with a deadline of its own. */
    public DeliveryId delivery(Duration lifetime) {
        Instant now = store.now();
        ChallengeId challenge = ChallengeId.next(RANDOM);
        Terms terms =
                new Terms(
                        challenge, Purpose.SIGN_IN, "account", "session", now, now.plus(lifetime));
        DeliveryId delivery = new DeliveryId(challenge, 1, 0, 1);
        Queued queued = new Queued(new Head(delivery, Channel.TELEGRAM, now.plus(lifetime)));
        var _ =
                store.open(
                        new Pending(terms, 5, SealedCode.none(), List.of()),
                        new Dispatch(List.of(queued), List.of()));
        return delivery;
    }

    /** What is asked in a chat, by way of that delivery. */
    public Question question(DeliveryId delivery, long chat) {
        return new Question(
                delivery,
                chat,
                new Nonce("0123456789abcdefghijkl"),
                List.of(42, 17, 99),
                Map.of(),
                "en");
    }

    /** A worker claims the delivery, and so is about to send it. */
    public void claim(DeliveryId delivery) {
        var _ =
                store.update(
                        delivery,
                        Claims.claim("holder", Duration.ofSeconds(60), Duration.ofSeconds(2)));
    }

    /** The challenge comes to this end. */
    public void end(DeliveryId delivery, Ending ending) {
        var _ =
                store.update(
                        (ChallengeId) delivery.subject(),
                        (current, now) ->
                                new Change<>(
                                        ending.of(current.terms(), now), "", Dispatch.NOTHING));
    }

    /** How a challenge ends. */
    public interface Ending {
        Challenge of(Terms terms, Instant now);
    }

    @Override
    public void close() {
        connection.close();
        client.shutdown();
    }
}
