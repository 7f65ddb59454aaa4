package io.countersign.identity.factor.telegram.link;

import static io.countersign.identity.enrol.ProvenInMemory.RIGHT;
import static io.countersign.identity.enrol.ProvenInMemory.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.identity.account.AccountId;
import io.countersign.identity.credential.ReenterOutcome;
import io.countersign.identity.enrol.FactorChangeOutcome;
import io.countersign.identity.enrol.ProvenInMemory;
import io.countersign.identity.method.stop.InMemoryMethodStops;
import io.countersign.test.MovableClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SwitchTelegramTest {

    private final ProvenInMemory proven = new ProvenInMemory();
    private final AccountId account = proven.caller().account();
    private final SwitchTelegram telegram =
            new SwitchTelegram(new InMemoryMethodStops(new MovableClock()), proven.change());

    @Test
    @Tag("SECURITY-14")
    void off_and_on_again_end_every_other_session_each_time() {
        assertThat(to(false)).isEqualTo(new FactorChangeOutcome.Done(false));
        assertThat(telegram.off(account)).isTrue();

        assertThat(to(true)).isEqualTo(new FactorChangeOutcome.Done(false));
        assertThat(telegram.off(account)).isFalse();
        assertThat(proven.ended()).containsExactly(account, account);
    }

    @Test
    @Tag("SECURITY-13")
    void takes_the_password() {
        assertThat(telegram.to(false, proven.caller(), WRONG))
                .isEqualTo(new FactorChangeOutcome.PasswordNotTaken(new ReenterOutcome.Wrong()));

        assertThat(telegram.off(account)).isFalse();
    }

    @Test
    void changes_nothing_that_is_so_already() {
        assertThat(to(true)).isEqualTo(new FactorChangeOutcome.NothingToDo());
        to(false);
        assertThat(to(false)).isEqualTo(new FactorChangeOutcome.NothingToDo());

        assertThat(telegram.off(account)).isTrue();
        assertThat(proven.ended()).containsExactly(account);
    }

    private FactorChangeOutcome to(boolean on) {
        return telegram.to(on, proven.caller(), RIGHT);
    }
}
