package io.countersign.voice.number;

import io.countersign.challenge.store.StoreUnavailable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Tells by their position in the setting, from 1, which numbers rest because their calls do not
 * arrive. Down when all of them do.
 */
public final class NumbersHealth implements HealthIndicator {

    private final NumberPool pool;

    public NumbersHealth(NumberPool pool) {
        this.pool = pool;
    }

    @Override
    public Health health() {
        try {
            Set<CallingNumber> well = new HashSet<>(pool.well());
            Health.Builder health = well.isEmpty() ? Health.down() : Health.up();
            return health.withDetail("well", well.size())
                    .withDetail("resting", positionsWithout(well))
                    .build();
        } catch (StoreUnavailable e) {
            return Health.unknown().build();
        }
    }

    private List<Integer> positionsWithout(Set<CallingNumber> well) {
        List<CallingNumber> all = pool.all();
        return IntStream.range(0, all.size())
                .filter(index -> !well.contains(all.get(index)))
                .mapToObj(index -> index + 1)
                .toList();
    }
}
