package io.countersign.identity.method.stop;

import io.countersign.challenge.Method;
import io.countersign.identity.account.AccountId;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps stops by the clock that it is given. */
public final class InMemoryMethodStops implements MethodStops {

    private final Clock clock;
    private final Map<Stop, Optional<Instant>> stops = new ConcurrentHashMap<>();

    public InMemoryMethodStops(Clock clock) {
        this.clock = clock;
    }

    private record Stop(AccountId account, Method method, Reason reason) {}

    @Override
    public boolean stopped(AccountId account, Method method) {
        return Arrays.stream(Reason.values()).anyMatch(reason -> stopped(account, method, reason));
    }

    @Override
    public boolean stopped(AccountId account, Method method, Reason reason) {
        return now(account, method, reason).isPresent();
    }

    @Override
    public Optional<Instant> until(AccountId account, Method method, Reason reason) {
        return now(account, method, reason).flatMap(until -> until);
    }

    @Override
    public void stop(AccountId account, Method method, Reason reason, @Nullable Instant until) {
        stops.put(new Stop(account, method, reason), Optional.ofNullable(until));
    }

    @Override
    public boolean start(AccountId account, Method method, Reason reason) {
        return stops.remove(new Stop(account, method, reason)) != null;
    }

    /** Present while it is stopped, with the end if it has one. */
    private Optional<Optional<Instant>> now(AccountId account, Method method, Reason reason) {
        return Optional.ofNullable(stops.get(new Stop(account, method, reason)))
                .filter(until -> until.filter(end -> !end.isAfter(clock.instant())).isEmpty());
    }
}
