package io.countersign.identity.method.stop;

import io.countersign.identity.account.AccountId;
import io.countersign.test.MovableClock;
import java.time.Instant;

class InMemoryMethodStopsTest extends MethodStopsContract {

    private final MovableClock clock = new MovableClock();
    private final MethodStops stops = new InMemoryMethodStops(clock);

    @Override
    MethodStops stops() {
        return stops;
    }

    @Override
    AccountId account() {
        return AccountId.next();
    }

    @Override
    Instant clock() {
        return clock.instant();
    }
}
