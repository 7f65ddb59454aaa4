package io.countersign.bench.part;

import io.countersign.bench.bed.Bed;
import io.countersign.bench.client.SignIn;
import io.countersign.bench.engine.AskedAndDone;
import io.countersign.bench.engine.DeliveryLoads;
import io.countersign.bench.engine.Engine;
import io.countersign.bench.engine.SmallStack;
import io.countersign.bench.load.Load;
import io.countersign.bench.load.Outcome;
import io.countersign.bench.people.Person;
import io.countersign.bench.result.Results;
import io.countersign.bench.stack.SmsProvider;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The only SMS worker stands still for a while and goes on. Half of what it can send is asked for
 * all the time; every tenth challenge ends in the middle of the pause.
 */
public final class Pause implements Measurement {

    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final Duration LEAD = Duration.ofSeconds(5);

    /** With less, a worker never begins: a call might last until the deadline. */
    private static final Duration SHORTEST_LIFE = Duration.ofSeconds(15);

    private static final int SHORT_LIVED = 10;

    private final Bed bed;
    private final Duration pause;

    /**
     * @param pause how long it stands still
     */
    public Pause(Bed bed, Duration pause) {
        this.bed = bed;
        this.pause = pause;
    }

    @Override
    public void once(Duration length, Results results) throws IOException, InterruptedException {
        Duration half = pause.dividedBy(2);
        Duration shortLife = half.compareTo(SHORTEST_LIFE) > 0 ? half : SHORTEST_LIFE;
        try (SmallStack stack = SmallStack.start(bed.checkout(), 1);
                Engine engine = new Engine(stack.servers(), LIFETIME);
                Engine shortLived = new Engine(stack.servers(), shortLife)) {
            double most = stack.sendsPerSecond(engine, 1, length);
            Load.none(length);
            Asking asking = new Asking(stack.provider(), engine, shortLived, shortLife);
            double rate = most / 2;
            CompletableFuture<Outcome> load =
                    CompletableFuture.supplyAsync(
                            () ->
                                    new Load(asking::one, DeliveryLoads.numbers("+1646"))
                                            .open(rate, LEAD.plus(pause.multipliedBy(4))));
            Load.none(LEAD);
            signal("STOP", stack.worker(1));
            Load.none(pause);
            signal("CONT", stack.worker(1));
            long goesOn = System.nanoTime();
            var _ = load.join().proven();
            report(asking, goesOn, most, results);
        }
    }

    private static void report(Asking asking, long goesOn, double most, Results results) {
        double rate = most / 2;
        long waiting = asking.backlog.size(goesOn);
        double took = (asking.backlog.drained(goesOn, Math.round(rate)) - goesOn) / 1e9;
        results.add("P8", "what waits after the pause of a worker", "", "", (double) waiting);
        results.add("P8", "time to drain it", "s", "", took);
        results.add(
                "P8", "time to drain it ÷ B/(μ−λ)", "", "≤ 1.15", took / (waiting / (most - rate)));
        results.add("P8", "short-lived challenges", "", "", asking.shortLivedAsked.get());
        results.add("P8", "of them sent late", "", "0", asking.late.get());
        results.add("P8", "of them sent in time", "", "", asking.inTime.get());
    }

    private static void signal(String name, ProcessHandle process)
            throws IOException, InterruptedException {
        Process kill =
                new ProcessBuilder("sh", "-c", "kill -s %s %d".formatted(name, process.pid()))
                        .start();
        if (kill.waitFor() != 0) {
            throw new IOException("no signal " + name);
        }
    }

    /** Asks for deliveries and takes down what becomes of them. */
    private static final class Asking {

        private final SmsProvider provider;
        private final Engine engine;
        private final Engine shortLived;
        private final Duration shortLife;
        private final AskedAndDone backlog = new AskedAndDone();
        private final AtomicInteger count = new AtomicInteger();
        private final AtomicInteger shortLivedAsked = new AtomicInteger();
        private final AtomicInteger inTime = new AtomicInteger();
        private final AtomicInteger late = new AtomicInteger();

        Asking(SmsProvider provider, Engine engine, Engine shortLived, Duration shortLife) {
            this.provider = provider;
            this.engine = engine;
            this.shortLived = shortLived;
            this.shortLife = shortLife;
        }

        SignIn.Times one(Person person) throws IOException {
            CompletableFuture<SmsProvider.Sms> sms = provider.next(person.number());
            if (count.incrementAndGet() % SHORT_LIVED == 0) {
                shortLivedAsked.incrementAndGet();
                var _ = shortLived.send(person.number());
                long deadline = System.nanoTime() + shortLife.toNanos();
                var _ =
                        sms.thenAccept(
                                sent -> (sent.at() > deadline ? late : inTime).incrementAndGet());
            } else {
                var _ = sms.thenAccept(sent -> backlog.done(sent.at()));
                backlog.asked(System.nanoTime());
                var _ = engine.send(person.number());
            }
            return Load.NOTHING_SEEN;
        }
    }
}
