package io.countersign.channel.kit;

import io.countersign.channel.followup.FollowUp;
import io.countersign.channel.followup.FollowUps;
import io.countersign.events.id.DeliveryId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Follow-ups for tests that need no Redis. */
public final class InMemoryFollowUps implements FollowUps {

    private final Map<DeliveryId, Kept> kept = new HashMap<>();
    private final Clock clock;

    private record Kept(FollowUp followUp, Instant due) {}

    public InMemoryFollowUps(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void schedule(DeliveryId delivery, byte[] sealedTask, Duration after) {
        kept.put(
                delivery,
                new Kept(new FollowUp(delivery, sealedTask), clock.instant().plus(after)));
    }

    @Override
    public synchronized void hurry(DeliveryId delivery) {
        kept.computeIfPresent(delivery, (_, one) -> new Kept(one.followUp(), clock.instant()));
    }

    @Override
    public synchronized List<FollowUp> takeDue(int most, Duration lease) {
        Instant now = clock.instant();
        List<FollowUp> due =
                kept.values().stream()
                        .filter(one -> !one.due().isAfter(now))
                        .sorted(Comparator.comparing(Kept::due))
                        .limit(most)
                        .map(Kept::followUp)
                        .toList();
        due.forEach(one -> kept.put(one.delivery(), new Kept(one, now.plus(lease))));
        return due;
    }

    @Override
    public synchronized void done(DeliveryId delivery) {
        kept.remove(delivery);
    }
}
