package io.countersign.challenge.memory;

import io.countersign.challenge.store.Limit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When each limit was taken. */
final class TakenLimits {

    private final Map<Counted, List<Instant>> taken = new HashMap<>();

    /** Takes all of them; or none, and says which one holds for longest. */
    Optional<Refusal> take(List<Limit> limits, Instant now) {
        Optional<Refusal> refusal =
                limits.stream()
                        .flatMap(limit -> refusal(limit, now).stream())
                        .max(Comparator.comparing(Refusal::freeAt));
        if (refusal.isEmpty()) {
            limits.forEach(limit -> within(limit, now).add(now));
        }
        return refusal;
    }

    private Optional<Refusal> refusal(Limit limit, Instant now) {
        List<Instant> within = within(limit, now);
        int over = within.size() - limit.most();
        return over < 0
                ? Optional.empty()
                : Optional.of(new Refusal(limit.name(), within.get(over).plus(limit.window())));
    }

    private List<Instant> within(Limit limit, Instant now) {
        Counted counted = new Counted(limit.name(), limit.key());
        List<Instant> within = taken.computeIfAbsent(counted, _ -> new ArrayList<>());
        Instant from = now.minus(limit.window());
        within.removeIf(at -> !at.isAfter(from));
        return within;
    }

    record Refusal(String limit, Instant freeAt) {}

    private record Counted(String name, String key) {}
}
