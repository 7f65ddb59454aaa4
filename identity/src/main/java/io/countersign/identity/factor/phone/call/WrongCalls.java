package io.countersign.identity.factor.phone.call;

import io.countersign.challenge.Method;
import io.countersign.engine.send.CallSettings;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.event.SecurityEvent.MethodSuspended;
import io.countersign.identity.event.SecurityEvents;
import io.countersign.identity.method.stop.MethodStops;
import org.springframework.stereotype.Component;

/**
 * Four digits are far easier to guess than six: a few wrong ones, however far apart and regardless
 * of successes in between, switch calls off for the account, until the person, signed in by another
 * factor, switches them on again.
 */
@Component
public class WrongCalls {

    private final CountedCalls counted;
    private final MethodStops stops;
    private final CallSettings settings;
    private final SecurityEvents events;

    WrongCalls(
            CountedCalls counted, MethodStops stops, CallSettings settings, SecurityEvents events) {
        this.counted = counted;
        this.stops = stops;
        this.settings = settings;
        this.events = events;
    }

    boolean tooMany(AccountId account) {
        return stops.stopped(account, Method.CALL);
    }

    /** Notes a wrong one, within the transaction that charges it. */
    void add(AccountId account) {
        if (counted.add(account) >= settings.wrongCodes()) {
            stops.stop(account, Method.CALL, MethodStops.Reason.WRONG_CODES, null);
            events.append(new MethodSuspended(account, Method.CALL));
        }
    }

    /** Restarts the count, for a person who has switched calls on again. */
    public void forget(AccountId account) {
        counted.forget(account);
    }
}
