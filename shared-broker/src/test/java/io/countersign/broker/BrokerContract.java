package io.countersign.broker;

import static io.countersign.broker.TestEvents.event;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.CompletableFuture.runAsync;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.countersign.broker.PublishOutcome.NotPublished;
import io.countersign.broker.PublishOutcome.Published;
import io.countersign.events.WireEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every twin promises, on a real broker. */
public abstract class BrokerContract {

    private static final String GROUP = "workers";
    private static final SubscriptionLimits LIMITS =
            new SubscriptionLimits(
                    256, 2_000, 64 * 1024, Duration.ofSeconds(10), 2, Duration.ofMillis(50));

    /** What a slow machine may add to a limit; Kafka's own time-outs are far longer. */
    private static final Duration SLACK = Duration.ofSeconds(8);

    /** A broker of one test's own, which it may stop. */
    public interface OwnServer extends AutoCloseable {

        /** With the default patience. */
        Broker connect();

        void start() throws IOException;

        /** Stops it; {@link #start} starts it again at the same address with its data. */
        void stop();

        @Override
        void close();
    }

    private final Topic topic = new Topic("test-" + UUID.randomUUID());
    private final Deque<AutoCloseable> toClose = new ArrayDeque<>();

    /** To the shared server, with much patience in publishing: a machine may be busy. */
    protected abstract Broker connect(SubscriptionLimits limits);

    /** The shared server's address, as {@link #workerProgram} takes it. */
    protected abstract String address();

    /** A main class with arguments address, topic and group that calls {@link HoldingWorker}. */
    protected abstract Class<?> workerProgram();

    /** Sends anything to a topic, past the port; with no attributes it is not even an event. */
    protected abstract void send(Topic to, Map<String, String> attributes, byte[] body);

    protected abstract boolean exists(Topic wanted);

    protected abstract List<DeadLetter> deadLetters(Topic of);

    /** Not started yet. */
    protected abstract OwnServer ownServer(Path folder);

    @AfterEach
    void closeAll() throws Exception {
        while (!toClose.isEmpty()) {
            toClose.pop().close();
        }
    }

    @Test
    void what_is_published_arrives_once_with_attributes_and_bytes_intact() {
        Broker broker = broker(LIMITS);
        Inbox inbox = Inbox.open();
        subscribe(broker, inbox);
        byte[] everyByte = new byte[256];
        IntStream.range(0, 256).forEach(i -> everyByte[i] = (byte) i);
        WireEvent sent =
                new WireEvent(
                        Map.of(
                                "specversion", "1.0",
                                "id", "zwölf-вода",
                                "source", "/test",
                                "type", "io.countersign.test.v1",
                                "datacontenttype", "application/json"),
                        everyByte);

        assertThat(broker.publish(topic, "key", sent)).isEqualTo(new Published());
        eventually().until(() -> inbox.received().size() == 1);
        publish(broker, "afterwards");
        eventually().until(() -> inbox.ids().contains("afterwards"));

        assertThat(inbox.ids()).containsExactly("zwölf-вода", "afterwards");
        ReceivedEvent first = inbox.received().getFirst();
        assertThat(first.redelivery()).isZero();
        assertThat(first.event().attributes()).isEqualTo(sent.attributes());
        assertThat(first.event().data()).isEqualTo(everyByte);
    }

    @Test
    void what_was_published_before_anyone_subscribed_arrives_too() {
        Broker broker = broker(LIMITS);
        ensured(broker);
        publish(broker, "early");
        Inbox inbox = Inbox.open();

        subscribe(broker, inbox);

        eventually().until(() -> inbox.ids().equals(List.of("early")));
    }

    @Test
    @Tag("RELIABILITY-6")
    void a_slow_call_delays_nobody_not_even_of_the_same_key() {
        Broker broker = broker(LIMITS);
        Inbox slow = Inbox.shut();
        Inbox others = Inbox.open();
        Subscription subscription =
                subscribe(
                        broker,
                        received ->
                                TestEvents.id(received).equals("slow")
                                        ? slow.handle(received)
                                        : others.handle(received));
        publish(broker, "slow");
        eventually().until(() -> slow.received().size() == 1);

        for (int i = 0; i < 300; i++) {
            publish(broker, "other-" + i);
        }

        eventually().until(() -> others.finished().size() == 300);
        eventually().until(() -> subscription.state().inFlight() == 1);
        slow.openGate();
        eventually().until(() -> subscription.state().held() == 0);
        assertThat(slow.received()).hasSize(1);
    }

    @Test
    void what_rests_before_it_comes_again_holds_up_nobody() {
        Broker broker = broker(LIMITS);
        Inbox inbox = Inbox.open();
        subscribe(
                broker,
                received -> {
                    inbox.handle(received);
                    return TestEvents.id(received).equals("again")
                            ? Handling.again(Duration.ofHours(1))
                            : Handling.DONE;
                });
        publish(broker, "again");
        eventually().until(() -> inbox.ids().equals(List.of("again")));

        publish(broker, "other");

        eventually().until(() -> inbox.ids().equals(List.of("again", "other")));
    }

    @Test
    void again_comes_back_after_its_delay() {
        Broker broker = broker(LIMITS);
        List<Long> times = new CopyOnWriteArrayList<>();
        List<Integer> redeliveries = new CopyOnWriteArrayList<>();
        Subscription subscription =
                subscribe(
                        broker,
                        received -> {
                            times.add(System.nanoTime());
                            redeliveries.add(received.redelivery());
                            return received.redelivery() < 2
                                    ? Handling.again(Duration.ofMillis(300))
                                    : Handling.DONE;
                        });

        publish(broker, "again");

        eventually().until(() -> times.size() == 3 && subscription.state().held() == 0);
        assertThat(redeliveries).containsExactly(0, 1, 2);
        assertThat(Duration.ofNanos(times.get(1) - times.get(0)))
                .isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void dead_goes_to_the_dead_letters_with_its_cause() {
        Broker broker = broker(LIMITS);
        Subscription subscription = subscribe(broker, _ -> Handling.dead("sealed with no key"));
        publish(broker, "unreadable");

        eventually().until(() -> deadLetters(topic).size() == 1);

        DeadLetter letter = deadLetters(topic).getFirst();
        assertThat(letter.cause()).isEqualTo("sealed with no key");
        assertThat(letter.headers()).containsEntry("dead_group", GROUP);
        assertThat(letter.headers().get("dead_origin")).startsWith(topic.name());
        assertThat(letter.headers().values()).contains("unreadable");
        assertThat(letter.body()).isEqualTo("{}".getBytes(UTF_8));
        eventually().until(() -> subscription.state().held() == 0);
    }

    @Test
    @Tag("SECURITY-23")
    void a_handler_that_throws_is_tried_again_and_its_message_told_to_nobody() {
        Broker broker = broker(LIMITS);
        AtomicInteger tries = new AtomicInteger();
        subscribe(
                broker,
                received -> {
                    assertThat(received.redelivery()).isEqualTo(tries.getAndIncrement());
                    throw new IllegalStateException("the code is 123456");
                });
        publish(broker, "unlucky");

        eventually().until(() -> deadLetters(topic).size() == 1);

        assertThat(tries).hasValue(3);
        DeadLetter letter = deadLetters(topic).getFirst();
        assertThat(letter.cause()).isEqualTo(IllegalStateException.class.getName());
        assertThat(letter.headers().values()).noneMatch(value -> value.contains("123456"));
    }

    @Test
    @Tag("RELIABILITY-12")
    void poison_goes_to_the_dead_letters_as_it_came_and_the_queue_moves_on() {
        Broker broker = broker(LIMITS);
        Inbox inbox = Inbox.open();
        Subscription subscription = subscribe(broker, inbox);
        byte[] huge = new byte[10 * 1024 * 1024];
        Arrays.fill(huge, (byte) 'x');
        eventually().until(() -> subscription.state().assigned());

        send(topic, Map.of(), new byte[] {(byte) 0xff, 0, 1});
        send(topic, event("huge").attributes(), huge);
        publish(broker, "sound");

        eventually().until(() -> inbox.ids().equals(List.of("sound")));
        eventually().until(() -> deadLetters(topic).size() == 2);
        assertThat(deadLetters(topic))
                .anySatisfy(
                        letter -> {
                            assertThat(letter.cause()).startsWith("not a CloudEvent");
                            assertThat(letter.body()).containsExactly(0xff, 0, 1);
                        })
                .anySatisfy(
                        letter -> {
                            assertThat(letter.cause()).startsWith("larger than 65536 bytes");
                            assertThat(letter.body()).isEqualTo(huge);
                        });
        eventually().until(() -> subscription.state().held() == 0);
    }

    @Test
    @Tag("RELIABILITY-12")
    void an_event_that_every_subscriber_would_call_poison_is_not_published() {
        Broker broker = broker(LIMITS);

        assertThat(broker.publish(topic, "key", event("large", new byte[64 * 1024 + 1])))
                .isInstanceOf(NotPublished.class);
    }

    @Test
    void subscribers_of_one_group_share_and_each_group_gets_all() {
        Broker first = broker(LIMITS);
        Broker second = broker(LIMITS);
        Inbox one = Inbox.open();
        Inbox two = Inbox.open();
        Inbox otherGroup = Inbox.open();
        Subscription mine = subscribe(first, one);
        Subscription theirs = subscribe(second, two);
        second.subscribe(topic, "others", otherGroup);
        eventually().until(() -> mine.state().assigned() && theirs.state().assigned());

        Set<String> sent = publish(first, "shared", 100);

        eventually().until(() -> otherGroup.received().size() == 100);
        eventually().until(() -> one.received().size() + two.received().size() >= 100);
        assertThat(one.ids()).isNotEmpty().doesNotContainAnyElementsOf(two.ids());
        assertThat(two.ids()).isNotEmpty();
        assertThat(union(one, two)).isEqualTo(sent);
    }

    @Test
    void what_is_in_flight_is_bounded_and_taking_pauses() {
        SubscriptionLimits tight =
                new SubscriptionLimits(
                        4, 40, 64 * 1024, Duration.ofSeconds(1), 0, Duration.ofSeconds(1));
        Broker broker = broker(tight);
        Inbox inbox = Inbox.shut();
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Subscription subscription =
                subscribe(
                        broker,
                        received -> {
                            most.accumulateAndGet(running.incrementAndGet(), Math::max);
                            try {
                                return inbox.handle(received);
                            } finally {
                                running.decrementAndGet();
                            }
                        });
        Set<String> sent = publish(broker(LIMITS), "bounded", 200);

        eventually().until(() -> inbox.received().size() == 4 && subscription.state().paused());
        assertThat(subscription.state().inFlight()).isEqualTo(4);
        assertThat(subscription.state().held()).isLessThanOrEqualTo(3 + 4);
        inbox.openGate();

        eventually().until(() -> Set.copyOf(inbox.finished()).equals(sent));
        assertThat(most.get()).isLessThanOrEqualTo(4);
        eventually().until(() -> !subscription.state().paused());
    }

    @Test
    @Tag("RELIABILITY-15")
    @Tag("RELIABILITY-21")
    void closing_lets_what_is_in_flight_finish_and_nobody_gets_it_again() {
        Broker broker = broker(LIMITS);
        Inbox leaving = Inbox.shut();
        Subscription subscription = subscribe(broker, leaving);
        Set<String> sent = publish(broker, "in-flight", 20);
        eventually().until(() -> leaving.received().size() == 20);

        CompletableFuture<Void> closing = runAsync(subscription::close);
        eventually().until(() -> subscription.state().paused());
        leaving.openGate();
        closing.join();

        assertThat(Set.copyOf(leaving.finished())).isEqualTo(sent);
        Inbox successor = Inbox.open();
        subscribe(broker, successor);
        publish(broker, "new");
        eventually().until(() -> successor.ids().contains("new"));
        assertThat(successor.ids()).containsExactly("new");
    }

    @Test
    @Tag("RELIABILITY-15")
    void closing_gives_back_what_has_not_begun_and_what_does_not_end() {
        SubscriptionLimits impatient =
                new SubscriptionLimits(
                        5, 40, 64 * 1024, Duration.ofMillis(200), 0, Duration.ofSeconds(1));
        Inbox leaving = Inbox.shut();
        Subscription subscription = subscribe(broker(impatient), leaving);
        Broker broker = broker(LIMITS);
        Set<String> sent = publish(broker, "waiting", 20);
        eventually().until(() -> leaving.received().size() == 5);

        subscription.close();

        Inbox successor = Inbox.open();
        subscribe(broker, successor);
        eventually().until(() -> Set.copyOf(successor.ids()).equals(sent));
        leaving.openGate();
    }

    @Test
    @Tag("RELIABILITY-4")
    @Tag("RELIABILITY-14")
    void what_a_killed_process_had_in_hand_is_taken_over_within_seconds() throws IOException {
        Broker broker = broker(LIMITS);
        ensured(broker);
        Set<String> slow = publish(broker, "slow", 20);
        Set<String> sent = new HashSet<>(slow);
        sent.addAll(publish(broker, "quick", 20));
        WorkerProcess worker = new WorkerProcess(workerProgram(), address(), topic, GROUP);
        toClose.push(worker);
        eventually().until(() -> Set.copyOf(worker.held()).equals(sent));
        Inbox survivor = Inbox.open();
        Subscription survivors = subscribe(broker, survivor);
        eventually().until(() -> survivors.state().assigned());

        long killed = System.nanoTime();
        worker.kill();

        eventually().until(() -> survivor.ids().containsAll(slow));
        Duration takenOver = Duration.ofNanos(System.nanoTime() - killed);
        System.out.printf("Taken over after kill -9: %d ms%n", takenOver.toMillis());
        assertThat(takenOver).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    @Tag("RELIABILITY-14")
    @Tag("RELIABILITY-21")
    void workers_come_and_go_under_load_and_nothing_is_lost() {
        Broker publisher = broker(LIMITS);
        ensured(publisher);
        Set<String> handled = ConcurrentHashMap.newKeySet();
        AtomicInteger handlings = new AtomicInteger();
        EventHandler handler =
                received -> {
                    handlings.incrementAndGet();
                    LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                    handled.add(TestEvents.id(received));
                    return Handling.DONE;
                };
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Integer> load =
                CompletableFuture.supplyAsync(() -> publishUntil(enough, publisher));

        Broker staying = broker(LIMITS);
        subscribe(staying, handler);
        for (int round = 0; round < 3; round++) {
            Subscription passing = subscribe(broker(LIMITS), handler);
            eventually().until(() -> passing.state().assigned());
            passing.close();
        }
        enough.set(true);

        int published = load.join();
        eventually().until(() -> handled.size() == published);
        System.out.printf(
                "%d events handled %d times while workers came and went%n",
                published, handlings.get());
    }

    @Test
    @Tag("RELIABILITY-1")
    @Tag("RELIABILITY-3")
    void without_a_broker_it_says_so_in_time_and_all_recovers_by_itself(@TempDir Path folder)
            throws IOException {
        OwnServer server = ownServer(folder);
        toClose.push(server);
        Broker broker = server.connect();
        toClose.push(broker);
        Inbox inbox = Inbox.open();
        subscribe(broker, inbox);
        assertRefusesInTime(broker, "before the start");
        assertThat(broker.answers()).isFalse();

        server.start();
        untilPublished(broker, "started");
        eventually().until(() -> inbox.ids().contains("started"));
        eventually().until(broker::answers);

        server.stop();
        assertRefusesInTime(broker, "while down");
        assertRefusesInTime(broker, "while still down");

        server.start();
        untilPublished(broker, "restarted");
        eventually().until(() -> inbox.ids().contains("restarted"));

        server.stop();
        long closing = System.nanoTime();
        broker.close();
        assertThat(Duration.ofNanos(System.nanoTime() - closing))
                .isLessThan(LIMITS.drain().plus(SLACK));
    }

    @Test
    @Tag("RELIABILITY-13")
    void a_backlog_is_handled_to_the_last() {
        Broker broker = broker(LIMITS);
        ensured(broker);
        long start = System.nanoTime();
        store(broker, 5_000);
        long stored = System.nanoTime();
        Set<String> seen = ConcurrentHashMap.newKeySet();

        Subscription subscription =
                subscribe(
                        broker,
                        received -> {
                            seen.add(TestEvents.id(received));
                            return Handling.DONE;
                        });
        eventually().until(() -> seen.size() == 5_000 && subscription.state().held() == 0);

        System.out.printf(
                "5,000 events: published in %d ms, then handled in %d ms%n",
                Duration.ofNanos(stored - start).toMillis(),
                Duration.ofNanos(System.nanoTime() - stored).toMillis());
    }

    /** Each until the broker has it, perhaps more than once. */
    private void store(Broker broker, int count) {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<CompletableFuture<Void>> stored =
                    IntStream.range(0, count)
                            .mapToObj(i -> "backlog-" + i)
                            .map(id -> runAsync(() -> untilPublished(broker, id), threads))
                            .toList();
            stored.forEach(CompletableFuture::join);
        }
    }

    private void untilPublished(Broker broker, String id) {
        eventually().until(() -> publishes(broker, id));
    }

    private int publishUntil(AtomicBoolean enough, Broker broker) {
        int count = 0;
        while (!enough.get()) {
            String id = "load-" + count++;
            assertThat(broker.publish(topic, id, event(id))).isEqualTo(new Published());
        }
        return count;
    }

    private void assertRefusesInTime(Broker broker, String id) {
        long start = System.nanoTime();
        PublishOutcome outcome = broker.publish(topic, "key", event(id));
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isLessThan(Duration.ofSeconds(2).plus(SLACK));
        assertThat(outcome).isInstanceOf(NotPublished.class);
    }

    private Broker broker(SubscriptionLimits limits) {
        Broker broker = connect(limits);
        toClose.push(broker);
        return broker;
    }

    private Subscription subscribe(Broker broker, EventHandler handler) {
        return broker.subscribe(topic, GROUP, handler);
    }

    private void ensured(Broker broker) {
        broker.ensure(List.of(topic));
        eventually().until(() -> exists(topic));
    }

    private void publish(Broker broker, String id) {
        assertThat(publishes(broker, id)).isTrue();
    }

    private Set<String> publish(Broker broker, String prefix, int count) {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < count; i++) {
            String id = prefix + "-" + i;
            assertThat(broker.publish(topic, id, event(id))).isEqualTo(new Published());
            ids.add(id);
        }
        return ids;
    }

    private boolean publishes(Broker broker, String id) {
        return broker.publish(topic, "one key", event(id)) instanceof Published;
    }

    private static Set<String> union(Inbox one, Inbox two) {
        return List.of(one, two).stream().flatMap(inbox -> inbox.ids().stream()).collect(toSet());
    }

    private static ConditionFactory eventually() {
        return await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(10));
    }
}
