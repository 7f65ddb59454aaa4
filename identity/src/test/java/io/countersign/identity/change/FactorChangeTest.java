package io.countersign.identity.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.Method;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.attempt.AttemptId;
import io.countersign.identity.attempt.Origin;
import io.countersign.identity.caller.Caller;
import io.countersign.identity.caller.SessionChange;
import io.countersign.identity.caller.SessionInMemory;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.change.FactorEdit.Turn;
import io.countersign.identity.event.Protection;
import io.countersign.identity.event.SecurityEvent;
import io.countersign.identity.event.SecurityEvents;
import io.countersign.identity.policy.SecondFactorDuty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FactorChangeTest {

    private static final Protection PHONE = new Protection.ByMethod(Method.SMS);

    private final SessionInMemory session = new SessionInMemory();
    private final Caller caller =
            new Caller(
                    new SignedIn(
                            AccountId.next(), new AttemptId(UUID.randomUUID()), Optional.empty()),
                    new Origin("192.0.2.7", "", Optional.empty()),
                    session);
    private final List<String> done = new ArrayList<>();
    private final Account account = new Account();
    private final List<SecurityEvent> events = new ArrayList<>();
    private final FactorChange change =
            new FactorChange(account, account, new SecurityEvents(this::announced));

    @Test
    void a_factor_that_was_added_is_a_second_factor_for_the_session() {
        assertThat(change.add(caller, FactorEdit.adding(PHONE, this::changed))).isTrue();

        assertThat(session.changes()).containsExactly(new SessionChange.RenewedWithSecondFactor());
    }

    @Test
    void a_session_goes_on_where_a_factor_was_removed_that_was_not_asked_for() {
        assertThat(change.remove(caller, FactorEdit.removing(PHONE, this::changed)))
                .isEqualTo(Removal.DONE);

        assertThat(session.changes()).containsExactly(new SessionChange.Renewed());
    }

    @Test
    void a_session_ends_with_the_last_factor_of_who_has_to_have_one() {
        assertThat(
                        change.remove(
                                caller,
                                FactorEdit.removing(PHONE, () -> account.unmet = changed())))
                .isEqualTo(Removal.DONE_AND_SESSION_ENDED);

        assertThat(session.changes()).containsExactly(new SessionChange.Ended());
    }

    @Test
    void a_session_that_replaces_the_password_goes_on_with_what_it_has_proven() {
        assertThat(change.replace(caller, this::changed)).isTrue();

        assertThat(session.changes()).containsExactly(new SessionChange.Renewed());
    }

    @Test
    void everything_else_ends_after_the_change_and_what_follows_from_it() {
        change.replace(caller, this::changed);

        assertThat(done)
                .containsExactly("held", "changed", "announced", "ended all but " + session.id());
    }

    @Test
    void nothing_happens_where_the_account_or_the_session_has_ended() {
        account.gone = true;

        assertThat(change.add(caller, FactorEdit.adding(PHONE, this::changed))).isFalse();
        assertThat(change.remove(caller, FactorEdit.removing(PHONE, this::changed)))
                .isEqualTo(Removal.NOTHING);
        assertThat(change.replace(caller, this::changed)).isFalse();

        assertThat(done).isEmpty();
        assertThat(session.changes()).isEmpty();
    }

    @Test
    void nothing_ends_where_there_was_nothing_to_change() {
        assertThat(change.remove(caller, FactorEdit.removing(PHONE, () -> false)))
                .isEqualTo(Removal.NOTHING);

        assertThat(done).containsExactly("held");
        assertThat(session.changes()).isEmpty();
    }

    @Test
    void nothing_stands_where_only_fallbacks_would_be_left() {
        assertThat(
                        change.remove(
                                caller,
                                FactorEdit.removing(
                                        PHONE, () -> account.onlyFallbacks = changed())))
                .isEqualTo(Removal.ONLY_FALLBACKS_LEFT);

        assertThat(done).containsExactly("held", "changed", "undone");
        assertThat(session.changes()).isEmpty();
    }

    @Test
    void who_had_only_fallbacks_before_may_change_them() {
        account.onlyFallbacks = true;

        assertThat(change.remove(caller, FactorEdit.removing(PHONE, this::changed)))
                .isEqualTo(Removal.DONE);
    }

    @Test
    void the_first_factor_is_announced_as_the_first() {
        account.has = false;

        change.add(caller, FactorEdit.adding(PHONE, () -> account.has = true));

        assertThat(events)
                .containsExactly(
                        new SecurityEvent.FactorAdded(
                                caller.account(), PHONE, true, caller.origin()),
                        new SecurityEvent.ProtectionChanged(caller.account()));
    }

    @Test
    void a_further_one_is_not() {
        change.add(caller, FactorEdit.adding(PHONE, this::changed));

        assertThat(events)
                .contains(
                        new SecurityEvent.FactorAdded(
                                caller.account(), PHONE, false, caller.origin()));
    }

    @Test
    void only_the_last_one_that_goes_is_announced_as_the_last() {
        change.remove(caller, FactorEdit.removing(PHONE, this::changed));
        change.remove(caller, FactorEdit.removing(PHONE, this::lost));

        assertThat(events)
                .filteredOn(SecurityEvent.FactorRemoved.class::isInstance)
                .containsExactly(
                        new SecurityEvent.FactorRemoved(
                                caller.account(), PHONE, false, caller.origin()),
                        new SecurityEvent.FactorRemoved(
                                caller.account(), PHONE, true, caller.origin()));
    }

    @Test
    void what_comes_and_what_goes_is_announced_in_the_order_of_the_change() {
        Protection call = new Protection.ByMethod(Method.CALL);

        change.remove(
                caller,
                new FactorEdit(
                        this::changed, List.of(new Turn.Removed(PHONE), new Turn.Added(call))));

        assertThat(events)
                .containsExactly(
                        new SecurityEvent.FactorRemoved(
                                caller.account(), PHONE, false, caller.origin()),
                        new SecurityEvent.FactorAdded(
                                caller.account(), call, false, caller.origin()),
                        new SecurityEvent.ProtectionChanged(caller.account()));
    }

    @Test
    void nothing_is_announced_that_was_not_done() {
        change.remove(caller, FactorEdit.removing(PHONE, () -> false));
        change.remove(caller, FactorEdit.removing(PHONE, () -> account.onlyFallbacks = changed()));

        assertThat(events).isEmpty();
    }

    private boolean changed() {
        return done.add("changed");
    }

    private boolean lost() {
        account.has = false;
        return changed();
    }

    private void announced(Object event) {
        done.add("announced");
        events.add((SecurityEvent) event);
    }

    private final class Account implements ChangeScope, SecondFactorDuty {

        private boolean gone;
        private boolean has = true;
        private boolean unmet;
        private boolean onlyFallbacks;

        @Override
        public boolean hold(AccountId account, String session) {
            return !gone && done.add("held");
        }

        @Override
        public void endAllBut(String session, AccountId account) {
            done.add("ended all but " + session);
        }

        @Override
        public void undo() {
            done.add("undone");
        }

        @Override
        public boolean has(AccountId account) {
            return has;
        }

        @Override
        public boolean unmet(AccountId account) {
            return unmet;
        }

        @Override
        public boolean onlyFallbacks(AccountId account) {
            return onlyFallbacks;
        }
    }
}
