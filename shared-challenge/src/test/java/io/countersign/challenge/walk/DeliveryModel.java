package io.countersign.challenge.walk;

import io.countersign.events.Progress;
import java.time.Duration;
import java.time.Instant;

/** How a delivery has to behave, told a second time with a few plain variables. */
final class DeliveryModel {

    enum Told {
        GRANTED,
        HELD,
        OVER
    }

    private final Instant deadline;
    private Progress progress = Progress.QUEUED;
    private String holder = "";
    private Instant leaseUntil = Instant.MIN;

    DeliveryModel(Instant deadline) {
        this.deadline = deadline;
    }

    Told claim(String by, Duration sendTimeout, Duration margin, Instant now) {
        if (progress == Progress.QUEUED && now.plus(sendTimeout).isBefore(deadline)) {
            progress = Progress.CLAIMED;
            holder = by;
            leaseUntil = now.plus(sendTimeout).plus(margin);
            return Told.GRANTED;
        }
        if (progress == Progress.CLAIMED && now.isBefore(leaseUntil)) {
            return Told.HELD;
        }
        if (progress == Progress.QUEUED) {
            progress = Progress.TOO_LATE;
        } else if (progress == Progress.CLAIMED) {
            progress = Progress.UNKNOWN;
        }
        return Told.OVER;
    }

    void sent() {
        if (progress == Progress.CLAIMED || progress == Progress.UNKNOWN) {
            progress = Progress.SENT;
        }
    }

    void failed(String by) {
        progress = heldBy(by) ? Progress.FAILED : progress;
    }

    boolean release(String by) {
        boolean released = heldBy(by);
        progress = released ? Progress.QUEUED : progress;
        return released;
    }

    void uncertain(String by, Duration grace, Instant now) {
        boolean held = heldBy(by);
        if (held && seenAt(now) == Progress.UNKNOWN) {
            progress = Progress.UNKNOWN;
        } else if (held) {
            leaseUntil = now.plus(grace);
        }
    }

    void notPublished() {
        progress = progress == Progress.QUEUED ? Progress.FAILED : progress;
    }

    void received(Progress said) {
        progress = weight(said) > weight(progress) ? said : progress;
    }

    Progress seenAt(Instant now) {
        boolean late = !now.isBefore(deadline);
        if (late && progress == Progress.QUEUED) {
            return Progress.TOO_LATE;
        }
        boolean abandoned = late && !now.isBefore(leaseUntil);
        return abandoned && progress == Progress.CLAIMED ? Progress.UNKNOWN : progress;
    }

    static int weight(Progress progress) {
        return switch (progress) {
            case QUEUED -> 0;
            case CLAIMED -> 1;
            case UNKNOWN, TOO_LATE -> 2;
            case SENT -> 3;
            case RINGING -> 4;
            case FAILED -> 5;
            case DELIVERED -> 6;
        };
    }

    private boolean heldBy(String by) {
        return progress == Progress.CLAIMED && holder.equals(by);
    }
}
