package io.countersign.channel.kit;

import io.countersign.channel.sealed.ValueStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Values for tests that need no Redis. */
public final class InMemoryValueStore implements ValueStore {

    private final Map<String, Value> values = new HashMap<>();
    private final Clock clock;

    private record Value(String text, Instant until) {}

    public InMemoryValueStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Optional<String> find(String name) {
        return update(name, Duration.ZERO, (current, _) -> new Changed<>(null, current));
    }

    @Override
    public synchronized void put(String name, String value, Instant until) {
        values.put(name, new Value(value, until));
    }

    @Override
    public synchronized <R> R update(String name, Duration kept, Change<R> change) {
        Instant now = clock.instant();
        Changed<R> changed =
                change.from(
                        Optional.ofNullable(values.get(name))
                                .filter(value -> now.isBefore(value.until()))
                                .map(Value::text),
                        now);
        if (changed.next() != null) {
            values.put(name, new Value(changed.next(), now.plus(kept)));
        }
        return changed.result();
    }

    public synchronized Map<String, String> all() {
        Map<String, String> all = new HashMap<>();
        values.forEach((name, value) -> all.put(name, value.text()));
        return all;
    }
}
