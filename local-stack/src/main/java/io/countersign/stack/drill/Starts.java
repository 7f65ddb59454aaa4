package io.countersign.stack.drill;

import io.countersign.stack.drill.StartOutcome.Ended;
import io.countersign.stack.drill.StartOutcome.Hung;
import io.countersign.stack.drill.StartOutcome.Ready;
import java.time.Duration;
import java.util.List;

/** How all starts of one program went. */
public record Starts(String program, List<StartOutcome> outcomes) {

    public Starts {
        outcomes = List.copyOf(outcomes);
    }

    public long ready() {
        return count(Ready.class);
    }

    public long ended() {
        return count(Ended.class);
    }

    public long hung() {
        return count(Hung.class);
    }

    /** Of those that became ready, the quickest first. */
    List<Duration> durations() {
        return outcomes.stream()
                .filter(Ready.class::isInstance)
                .map(Ready.class::cast)
                .map(Ready::after)
                .sorted()
                .toList();
    }

    private long count(Class<? extends StartOutcome> kind) {
        return outcomes.stream().filter(kind::isInstance).count();
    }
}
