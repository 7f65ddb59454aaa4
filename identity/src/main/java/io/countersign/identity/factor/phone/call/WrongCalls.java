package io.countersign.identity.factor.phone.call;

import io.countersign.challenge.Method;
import io.countersign.engine.send.CallSettings;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.event.SecurityEvent.MethodSuspended;
import io.countersign.identity.event.SecurityEvents;
import io.countersign.identity.method.MethodStops;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Four digits are far easier to guess than six: a few wrong ones, however far apart and regardless
 * of successes in between, switch calls off for the account, until the person, signed in by another
 * factor, switches them on again.
 */
@Repository
public class WrongCalls {

    private final JdbcClient jdbc;
    private final MethodStops stops;
    private final CallSettings settings;
    private final SecurityEvents events;

    WrongCalls(JdbcClient jdbc, MethodStops stops, CallSettings settings, SecurityEvents events) {
        this.jdbc = jdbc;
        this.stops = stops;
        this.settings = settings;
        this.events = events;
    }

    boolean tooMany(AccountId account) {
        return stops.stopped(account, Method.CALL);
    }

    /** Notes a wrong one, within the transaction that charges it. */
    void add(AccountId account) {
        jdbc.sql("insert into wrong_call (account_id) values (:account)")
                .param("account", account.value())
                .update();
        int wrong =
                jdbc.sql("select count(*) from wrong_call where account_id = :account")
                        .param("account", account.value())
                        .query(Integer.class)
                        .single();
        if (wrong >= settings.wrongCodes()) {
            stops.stop(account, Method.CALL, MethodStops.Reason.WRONG_CODES, null);
            events.append(new MethodSuspended(account, Method.CALL));
        }
    }

    /** Restarts the count, for a person who has switched calls on again. */
    public void forget(AccountId account) {
        jdbc.sql("delete from wrong_call where account_id = :account")
                .param("account", account.value())
                .update();
    }
}
