package io.countersign.bench.engine;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** When things were asked for and when they were done; all times as {@link System#nanoTime()}. */
public final class AskedAndDone {

    private final Queue<Long> asked = new ConcurrentLinkedQueue<>();
    private final Queue<Long> done = new ConcurrentLinkedQueue<>();

    public void asked(long at) {
        asked.add(at);
    }

    public void done(long at) {
        done.add(at);
    }

    /** How many were asked for and not done. */
    public long size(long at) {
        return count(asked, at) - count(done, at);
    }

    private static long count(Queue<Long> times, long at) {
        return times.stream().filter(time -> time <= at).count();
    }

    /**
     * When its size was no more than this for the first time.
     *
     * @param from where to begin to look
     * @throws IllegalStateException where it never was
     */
    public long drained(long from, long size) {
        long[] ins = sorted(asked);
        long[] outs = sorted(done);
        int in = 0;
        for (int out = 0; out < outs.length; out++) {
            while (in < ins.length && ins[in] <= outs[out]) {
                in++;
            }
            if (outs[out] >= from && in - (out + 1) <= size) {
                return outs[out];
            }
        }
        throw new IllegalStateException("the backlog did not drain");
    }

    private static long[] sorted(Queue<Long> times) {
        long[] sorted = times.stream().mapToLong(time -> time).toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
