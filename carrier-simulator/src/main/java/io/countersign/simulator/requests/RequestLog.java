package io.countersign.simulator.requests;

import io.countersign.simulator.KeepSettings;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every provider request, accepted or not, up to the number that is kept. */
@Component
public class RequestLog {

    private final Deque<ProviderRequest> requests = new ArrayDeque<>();
    private final int capacity;
    private final Clock clock;
    private long count;

    RequestLog(KeepSettings keep, Clock clock) {
        this.capacity = keep.requests();
        this.clock = clock;
    }

    /**
     * Adds a request, now that its outcome is known.
     *
     * @param fault the kind of the fault applied, null without one
     */
    public synchronized void record(Asked asked, RequestOutcome outcome, @Nullable String fault) {
        requests.add(new ProviderRequest(++count, clock.instant(), asked, outcome, fault));
        if (requests.size() > capacity) {
            requests.remove();
        }
    }

    /** The requests with a number above {@code number}, oldest first. */
    synchronized List<ProviderRequest> after(long number) {
        return requests.stream().filter(request -> request.number() > number).toList();
    }

    /** Forgets the requests; their numbers are not given out again. */
    synchronized void clear() {
        requests.clear();
    }
}
