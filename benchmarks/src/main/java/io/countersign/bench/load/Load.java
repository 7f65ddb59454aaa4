package io.countersign.bench.load;

import io.countersign.bench.client.SignIn;
import io.countersign.bench.people.Person;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Signs people in, one after the other of the same list, by one of two kinds of arrivals. */
public final class Load {

    /** Of one that is not followed to its end. */
    public static final SignIn.Times NOTHING_SEEN = new SignIn.Times(0, 0);

    private static final long HIGHEST_MICROS = 60_000_000;

    private final SignIn signIn;
    private final List<Person> people;
    private final AtomicInteger next = new AtomicInteger();

    public Load(SignIn signIn, List<Person> people) {
        this.signIn = signIn;
        this.people = people;
    }

    /**
     * Open loop: one arrives at a fixed interval, whatever became of the earlier ones. Times count
     * from when a sign-in was due, so a system that falls behind cannot hide it.
     *
     * @param perSecond how many arrive a second
     */
    public Outcome open(double perSecond, Duration length) {
        Run run = new Run();
        long gap = (long) (1e9 / perSecond);
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long due = begin; due - begin < length.toNanos(); due += gap) {
                awaitUntil(due);
                long when = due;
                threads.execute(() -> run.one(when));
            }
        }
        return run.outcome(Duration.ofNanos(System.nanoTime() - begin));
    }

    /**
     * Closed loop: a fixed number at a time, each followed by the next; finds the most that is
     * possible.
     */
    public Outcome saturated(int atOnce, Duration length) {
        Run run = new Run();
        long begin = System.nanoTime();
        long end = begin + length.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < atOnce; i++) {
                threads.execute(
                        () -> {
                            while (System.nanoTime() < end) {
                                run.one(System.nanoTime());
                            }
                        });
            }
        }
        return run.outcome(Duration.ofNanos(System.nanoTime() - begin));
    }

    /** Lets time pass without any load. */
    public static void none(Duration length) {
        awaitUntil(System.nanoTime() + length.toNanos());
    }

    private static void awaitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private final class Run {

        private final Histogram wholes = new ConcurrentHistogram(HIGHEST_MICROS, 3);
        private final Histogram codes = new ConcurrentHistogram(HIGHEST_MICROS, 3);
        private final Histogram answers = new ConcurrentHistogram(HIGHEST_MICROS, 3);
        private final AtomicLong failed = new AtomicLong();
        private final AtomicReference<String> example = new AtomicReference<>("");

        void one(long due) {
            Person person = people.get(Math.floorMod(next.getAndIncrement(), people.size()));
            try {
                SignIn.Times times = signIn.of(person);
                wholes.recordValue(micros(System.nanoTime() - due));
                answers.recordValue(micros(times.answered()));
                if (times.codeAt() != 0) {
                    codes.recordValue(micros(times.codeAt() - due));
                }
            } catch (IOException e) {
                failed.incrementAndGet();
                example.set(String.valueOf(e.getMessage()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        Outcome outcome(Duration took) {
            return new Outcome(wholes, codes, answers, failed.get(), example.get(), took);
        }

        private long micros(long nanos) {
            return Math.clamp(nanos / 1000, 0, HIGHEST_MICROS);
        }
    }
}
