package io.countersign.bench.engine;

import io.countersign.bench.load.Load;
import io.countersign.bench.load.Outcome;
import io.countersign.bench.people.Person;
import io.countersign.bench.stack.BenchStack;
import io.countersign.bench.stack.SmsProvider;
import io.countersign.stack.Folders;
import io.countersign.stack.own.OwnStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A stack of its own whose SMS workers have few places and whose provider takes its time, so that
 * what a worker can do is known: places ÷ time of a call.
 */
public final class SmallStack implements AutoCloseable {

    /** Deliveries that one worker handles at the same time. */
    public static final int PLACES = 6;

    public static final Duration CALL = Duration.ofMillis(300);

    /** What one worker sends a second when none of its places is ever empty. */
    public static final double RATE = PLACES * 1000.0 / CALL.toMillis();

    private static final Duration SETTLING = Duration.ofSeconds(8);
    private static final double MORE_THAN_ENOUGH = 1.25;

    private final Path data;
    private final SmsProvider provider;
    private final OwnStack stack;

    private SmallStack(Path data, SmsProvider provider, OwnStack stack) {
        this.data = data;
        this.provider = provider;
        this.stack = stack;
    }

    /**
     * Starts it.
     *
     * @param workers of SMS
     */
    public static SmallStack start(Path checkout, int workers)
            throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("countersign-bench-small");
        SmsProvider provider = new SmsProvider();
        provider.slow("", CALL);
        OwnStack stack =
                BenchStack.start(
                        checkout,
                        data,
                        provider.address(),
                        Map.of("COUNTERSIGN_WORKER_INFLIGHT", Integer.toString(PLACES)),
                        "--no-restart",
                        "--workers=sms=" + workers);
        return new SmallStack(data, provider, stack);
    }

    public StackServers servers() {
        return StackServers.of(stack);
    }

    public SmsProvider provider() {
        return provider;
    }

    /**
     * A worker's process.
     *
     * @param number 1 for the first
     */
    public ProcessHandle worker(int number) {
        String name = number == 1 ? "channel-sms" : "channel-sms-" + number;
        return ProcessHandle.of(stack.program(name).pid()).orElseThrow();
    }

    /**
     * What is sent a second when there is always more to send than these workers can.
     *
     * @param workers how many there are now
     */
    public double sendsPerSecond(Engine engine, int workers, Duration length) {
        Load load =
                new Load(
                        (Person person) -> {
                            var _ = engine.send(person.number());
                            return Load.NOTHING_SEEN;
                        },
                        List.copyOf(DeliveryLoads.numbers("+1212")));
        CompletableFuture<Outcome> asking =
                CompletableFuture.supplyAsync(
                        () -> load.open(RATE * workers * MORE_THAN_ENOUGH, SETTLING.plus(length)));
        Load.none(SETTLING);
        long before = provider.calls();
        long begin = System.nanoTime();
        Load.none(length);
        double sent = (provider.calls() - before) * 1e9 / (System.nanoTime() - begin);
        var _ = asking.join().proven();
        return sent;
    }

    @Override
    public void close() throws IOException {
        stack.close();
        provider.close();
        Folders.delete(data);
    }
}
