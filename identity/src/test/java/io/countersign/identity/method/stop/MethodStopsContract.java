package io.countersign.identity.method.stop;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.Method;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.method.stop.MethodStops.Reason;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a store of stops must keep to. */
abstract class MethodStopsContract {

    private static final Duration LONG = Duration.ofMinutes(30);

    private AccountId account = AccountId.next();

    abstract MethodStops stops();

    /** A new account. */
    abstract AccountId account();

    /** Now, as the store's clock says; in whole seconds. */
    abstract Instant clock();

    @BeforeEach
    void begin() {
        account = account();
    }

    @Test
    void nothing_is_stopped_at_first() {
        assertThat(stops().stopped(account, Method.CALL)).isFalse();
        assertThat(stops().stopped(account, Method.CALL, Reason.OWNER)).isFalse();
        assertThat(stops().until(account, Method.CALL, Reason.NOT_ME)).isEmpty();
        assertThat(stops().start(account, Method.CALL, Reason.OWNER)).isFalse();
    }

    @Test
    void what_is_stopped_for_good_is_until_it_is_started() {
        stops().stop(account, Method.CALL, Reason.WRONG_CODES, null);

        assertThat(stops().stopped(account, Method.CALL)).isTrue();
        assertThat(stops().stopped(account, Method.CALL, Reason.WRONG_CODES)).isTrue();
        assertThat(stops().until(account, Method.CALL, Reason.WRONG_CODES)).isEmpty();

        assertThat(stops().start(account, Method.CALL, Reason.WRONG_CODES)).isTrue();
        assertThat(stops().start(account, Method.CALL, Reason.WRONG_CODES)).isFalse();
        assertThat(stops().stopped(account, Method.CALL)).isFalse();
    }

    @Test
    void every_reason_is_lifted_on_its_own() {
        stops().stop(account, Method.TELEGRAM, Reason.OWNER, null);
        stops().stop(account, Method.TELEGRAM, Reason.NOT_ME, clock().plus(LONG));

        stops().start(account, Method.TELEGRAM, Reason.OWNER);

        assertThat(stops().stopped(account, Method.TELEGRAM)).isTrue();
        assertThat(stops().stopped(account, Method.TELEGRAM, Reason.OWNER)).isFalse();
        assertThat(stops().stopped(account, Method.TELEGRAM, Reason.NOT_ME)).isTrue();
    }

    @Test
    void accounts_and_methods_are_apart() {
        stops().stop(account, Method.CALL, Reason.OWNER, null);

        assertThat(stops().stopped(account, Method.TELEGRAM)).isFalse();
        assertThat(stops().stopped(account(), Method.CALL)).isFalse();
    }

    @Test
    void what_is_stopped_for_a_while_is_until_then() {
        Instant until = clock().plus(LONG);
        stops().stop(account, Method.TELEGRAM, Reason.NOT_ME, until);
        assertThat(stops().stopped(account, Method.TELEGRAM)).isTrue();
        assertThat(stops().until(account, Method.TELEGRAM, Reason.NOT_ME)).contains(until);
        assertThat(stops().until(account, Method.TELEGRAM, Reason.OWNER)).isEmpty();

        stops().stop(account, Method.TELEGRAM, Reason.NOT_ME, clock().minus(LONG));

        assertThat(stops().stopped(account, Method.TELEGRAM)).isFalse();
        assertThat(stops().stopped(account, Method.TELEGRAM, Reason.NOT_ME)).isFalse();
        assertThat(stops().until(account, Method.TELEGRAM, Reason.NOT_ME)).isEmpty();
    }
}
