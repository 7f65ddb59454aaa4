package io.countersign.identity.history;

import io.countersign.challenge.Method;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the history are asked for.
 *
 * @param failures only those that did not end as wanted
 * @param method only those with this second factor; any where null
 * @param since only those that began at or after; any where null
 * @param until only those that began before; any where null
 */
public record HistoryFilter(
        boolean failures,
        @Nullable Method method,
        @Nullable Instant since,
        @Nullable Instant until) {

    public static final HistoryFilter ALL = new HistoryFilter(false, null, null, null);
}
