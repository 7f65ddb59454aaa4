package io.countersign.broker.kafka.offset;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.Acknowledgment;

/** One partition while it is assigned to this process: what is open in it, and its giving back. */
public final class PartitionInHand {

    private final ContiguousOffsets<Acknowledgment> offsets = new ContiguousOffsets<>();
    private final CountDownLatch givingBack = new CountDownLatch(1);
    private @Nullable Acknowledgment watermark;
    private int running;
    private boolean gone;

    public synchronized void taken(long offset, Acknowledgment acknowledgment) {
        offsets.taken(offset, acknowledgment);
    }

    /** Whether a record's turn may begin; each one that begins has to {@link #end}. */
    public synchronized boolean begin() {
        if (isGivenBack()) {
            return false;
        }
        running++;
        return true;
    }

    public synchronized void end() {
        running--;
        notifyAll();
    }

    /** Does not count once the partition is gone: then its next holder decides. */
    public synchronized void done(long offset) {
        if (!gone) {
            offsets.done(offset).ifPresent(this::acknowledge);
        }
    }

    public boolean isGivenBack() {
        return givingBack.getCount() == 0;
    }

    /** Waits, unless the partition is given back; returns whether it is still held. */
    public boolean rest(Duration time) {
        try {
            return !givingBack.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Begins no more turns. */
    void giveBack() {
        givingBack.countDown();
    }

    /**
     * Waits until no turn is running, at most until a {@link System#nanoTime}, then lets go.
     *
     * @return whether nothing was running any more
     */
    synchronized boolean letGo(long deadline) {
        giveBack();
        if (gone) {
            return true;
        }
        awaitIdle(deadline);
        if (watermark != null) {
            // Once more, because the last commit may have failed unseen.
            watermark.acknowledge();
        }
        gone = true;
        return running == 0;
    }

    /** Lets go at once and acknowledges nothing: another consumer may hold it already. */
    synchronized void lose() {
        giveBack();
        gone = true;
    }

    private synchronized void awaitIdle(long deadline) {
        try {
            long left = deadline - System.nanoTime();
            while (running > 0 && left > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
                left = deadline - System.nanoTime();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void acknowledge(Acknowledgment upToHere) {
        upToHere.acknowledge();
        watermark = upToHere;
    }
}
