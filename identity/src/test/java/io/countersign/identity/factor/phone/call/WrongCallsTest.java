package io.countersign.identity.factor.phone.call;

import static io.countersign.identity.enrol.ProvenInMemory.RIGHT;
import static io.countersign.identity.enrol.ProvenInMemory.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.Method;
import io.countersign.engine.send.CallSettings;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.credential.ReenterOutcome;
import io.countersign.identity.enrol.FactorChangeOutcome;
import io.countersign.identity.enrol.ProvenInMemory;
import io.countersign.identity.event.Protection;
import io.countersign.identity.event.SecurityEvent;
import io.countersign.identity.method.stop.InMemoryMethodStops;
import io.countersign.identity.method.stop.MethodStops;
import io.countersign.identity.method.stop.MethodStops.Reason;
import io.countersign.test.MovableClock;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WrongCallsTest {

    private final CallSettings settings =
            new Binder(new MapConfigurationPropertySource())
                    .bindOrCreate("countersign.calls", CallSettings.class);
    private final ProvenInMemory proven = new ProvenInMemory();
    private final AccountId account = proven.caller().account();
    private final MethodStops stops = new InMemoryMethodStops(new MovableClock());
    private final WrongCalls wrongCalls =
            new WrongCalls(new InMemoryCountedCalls(), stops, settings, proven.announced());

    @Test
    void a_few_switch_calls_off_for_good_and_it_is_told() {
        for (int i = 1; i < settings.wrongCodes(); i++) {
            wrongCalls.add(account);
        }
        assertThat(wrongCalls.tooMany(account)).isFalse();

        wrongCalls.add(account);

        assertThat(wrongCalls.tooMany(account)).isTrue();
        assertThat(stops.stopped(account, Method.CALL, Reason.WRONG_CODES)).isTrue();
        assertThat(stops.until(account, Method.CALL, Reason.WRONG_CODES)).isEmpty();
        assertThat(proven.events())
                .containsExactly(new SecurityEvent.MethodSuspended(account, Method.CALL));
    }

    @Test
    void those_of_another_account_do_not_count() {
        for (int i = 0; i < settings.wrongCodes(); i++) {
            wrongCalls.add(AccountId.next());
        }

        assertThat(wrongCalls.tooMany(account)).isFalse();
    }

    /** Too many have switched calls off. */
    @Nested
    class SwitchingOn {

        private final SwitchCallsOn use = new SwitchCallsOn(stops, wrongCalls, proven.change());

        SwitchingOn() {
            for (int i = 0; i < settings.wrongCodes(); i++) {
                wrongCalls.add(account);
            }
        }

        @Test
        @Tag("SECURITY-14")
        void ends_every_other_session() {
            assertThat(use.switchOn(proven.caller(), RIGHT))
                    .isEqualTo(new FactorChangeOutcome.Done(false));

            assertThat(stops.stopped(account, Method.CALL)).isFalse();
            assertThat(proven.ended()).containsExactly(account);
            assertThat(proven.events())
                    .contains(
                            new SecurityEvent.FactorAdded(
                                    account,
                                    new Protection.ByMethod(Method.CALL),
                                    false,
                                    proven.caller().origin()));
        }

        @Test
        @Tag("SECURITY-13")
        void takes_the_password() {
            assertThat(use.switchOn(proven.caller(), WRONG))
                    .isEqualTo(
                            new FactorChangeOutcome.PasswordNotTaken(new ReenterOutcome.Wrong()));

            assertThat(stops.stopped(account, Method.CALL)).isTrue();
            assertThat(proven.ended()).isEmpty();
        }

        @Test
        void changes_nothing_where_they_are_on() {
            use.switchOn(proven.caller(), RIGHT);

            assertThat(use.switchOn(proven.caller(), RIGHT))
                    .isEqualTo(new FactorChangeOutcome.NothingToDo());

            assertThat(proven.ended()).as("once only").containsExactly(account);
        }

        @Test
        void begins_the_count_anew() {
            use.switchOn(proven.caller(), RIGHT);

            wrongCalls.add(account);

            assertThat(wrongCalls.tooMany(account)).isFalse();
        }
    }
}
