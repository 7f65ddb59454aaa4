package io.countersign.channel.kit;

import io.countersign.broker.EventHandler;
import io.countersign.broker.Handling;
import io.countersign.broker.Publisher;
import io.countersign.broker.ReceivedEvent;
import io.countersign.challenge.memory.InMemoryStore;
import io.countersign.challenge.store.Challenges;
import io.countersign.channel.deliver.AfterSend;
import io.countersign.channel.deliver.ClaimHandler;
import io.countersign.channel.deliver.Courier;
import io.countersign.channel.deliver.DeliveryHandler;
import io.countersign.channel.deliver.DueTasks;
import io.countersign.channel.deliver.FollowUpHandler;
import io.countersign.channel.deliver.HandOver;
import io.countersign.channel.deliver.SendOnce;
import io.countersign.channel.deliver.SendTimes;
import io.countersign.channel.followup.FollowUpSeal;
import io.countersign.channel.followup.FollowUps;
import io.countersign.channel.receipt.ReceiptInbox;
import io.countersign.channel.report.DeliveryJournal;
import io.countersign.channel.report.Reports;
import io.countersign.channel.send.ChannelSender;
import io.countersign.channel.send.Provider;
import io.countersign.channel.send.Providers;
import io.countersign.delivery.store.Deliveries;
import io.countersign.events.Channel;
import io.countersign.events.EventCodec;
import io.countersign.events.WireEvent;
import io.countersign.events.seal.ChannelSeal;
import io.countersign.events.seal.StepOpener;
import io.countersign.test.MovableClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;

/** A channel worker without a process around it. */
public final class TestWorker {

    public static final SendTimes TIMES =
            new SendTimes(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(15));

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final EventHandler handler;
    private final ReceiptInbox receipts;
    private final FollowUps followUps;
    private final FollowUpHandler followUpHandler;

    /**
     * @param clock the worker's own, which may differ from the store's
     * @param senders providers in order of preference, named {@code first}, {@code second} and so
     *     on
     */
    public TestWorker(
            Deliveries store,
            Publisher publisher,
            StepOpener opener,
            Clock clock,
            ChannelSender... senders) {
        EventCodec codec = new EventCodec("/countersign/test-worker");
        DeliveryJournal journal = new DeliveryJournal(meters, clock);
        Reports reports = new Reports(publisher, codec, clock);
        HandOver handOver = new HandOver(store, publisher, codec);
        FollowUpSeal followUpSeal =
                new FollowUpSeal(new ChannelSeal(Channel.VOICE, new TestKeys().sealing()), codec);
        this.followUps = new InMemoryFollowUps(clock);
        Courier courier =
                new Courier(
                        new ClaimHandler(
                                store,
                                challenges(store, clock),
                                TIMES,
                                () -> UUID.randomUUID().toString(),
                                clock,
                                nanos(clock)),
                        new SendOnce(new Providers(named(senders)), journal, nanos(clock)),
                        new AfterSend(reports, handOver, followUps, followUpSeal, store),
                        journal,
                        TIMES);
        this.handler = new DeliveryHandler(codec, opener, courier);
        this.receipts = new ReceiptInbox(store, reports, journal, followUps);
        this.followUpHandler =
                new FollowUpHandler(
                        followUps,
                        new DueTasks(followUpSeal, opener),
                        challenges(store, clock),
                        store,
                        courier,
                        handOver);
    }

    /** Hands the event to the worker once. */
    public Handling handle(WireEvent event) {
        return handler.handle(new ReceivedEvent(event, 0));
    }

    /** Hands it to the worker as often as the worker wants, moving the clock in between. */
    public Handling carry(WireEvent event, MovableClock clock) {
        for (int redelivery = 0; redelivery < 1_000; redelivery++) {
            Handling handling = handler.handle(new ReceivedEvent(event, redelivery));
            if (!(handling instanceof Handling.Again(Duration after))) {
                return handling;
            }
            clock.advance(after);
        }
        throw new AssertionError("the worker comes to no end");
    }

    /** Looks at everything that is due. */
    public void followUp() {
        followUps
                .takeDue(Integer.MAX_VALUE, Duration.ofSeconds(1))
                .forEach(followUpHandler::follow);
    }

    public FollowUps followUps() {
        return followUps;
    }

    public ReceiptInbox receipts() {
        return receipts;
    }

    public MeterRegistry meters() {
        return meters;
    }

    /** Goes as the clock does, so that a test that moves it moves both. */
    private static LongSupplier nanos(Clock clock) {
        return () -> Duration.between(Instant.EPOCH, clock.instant()).toNanos();
    }

    /** The store itself where it keeps challenges too, else one that has none. */
    private static Challenges challenges(Deliveries store, Clock clock) {
        return store instanceof Challenges both ? both : new InMemoryStore(clock);
    }

    private static List<Provider> named(ChannelSender... senders) {
        List<String> names = List.of("first", "second", "third");
        List<Provider> providers = new ArrayList<>();
        for (int i = 0; i < senders.length; i++) {
            providers.add(new Provider(names.get(i), senders[i]));
        }
        return providers;
    }
}
