package io.countersign.simulator.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.countersign.simulator.sms.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private static final PhoneNumber ALICE = new PhoneNumber("+12015550101");
    private static final PhoneNumber BOB = new PhoneNumber("+12015550102");
    private static final Fault ERROR = new Fault.ServerError();
    private static final Fault CUT = new Fault.CutConnection();

    private final Faults faults = new Faults();

    @Test
    void without_a_rule_nothing_is_struck() {
        assertThat(faults.strike(ALICE)).isEmpty();
    }

    @Test
    void a_rule_for_one_number_spares_the_others() {
        faults.arm(rule(ALICE, ERROR, null));

        assertThat(faults.strike(ALICE)).hasValue(ERROR);
        assertThat(faults.strike(BOB)).isEmpty();
    }

    @Test
    void a_rule_for_one_number_goes_before_one_for_all() {
        faults.arm(rule(null, ERROR, null));
        faults.arm(rule(ALICE, CUT, null));

        assertThat(faults.strike(ALICE)).hasValue(CUT);
        assertThat(faults.strike(BOB)).hasValue(ERROR);
    }

    @Test
    void a_rule_is_over_after_its_count() {
        faults.arm(rule(null, ERROR, 2));

        assertThat(faults.strike(ALICE)).isPresent();
        assertThat(faults.strike(BOB)).isPresent();
        assertThat(faults.strike(ALICE)).isEmpty();
        assertThat(faults.active()).isEmpty();
    }

    @Test
    void the_next_rule_takes_over_when_one_is_over() {
        faults.arm(rule(null, ERROR, 1));
        faults.arm(rule(null, CUT, 1));

        assertThat(List.of(faults.strike(ALICE), faults.strike(ALICE), faults.strike(ALICE)))
                .containsExactly(Optional.of(ERROR), Optional.of(CUT), Optional.empty());
    }

    @Test
    void a_rule_replaces_one_of_its_kind_and_scope_only() {
        faults.arm(rule(ALICE, new Fault.Slow(1000), null));
        faults.arm(rule(null, new Fault.Slow(500), null));
        faults.arm(rule(ALICE, new Fault.Slow(10), null));

        assertThat(faults.active())
                .extracting(active -> active.rule().fault())
                .containsExactly(new Fault.Slow(10), new Fault.Slow(500));
    }

    @Test
    void the_same_seed_strikes_the_same_requests() {
        assertThat(strikes(0.3, 42)).isEqualTo(strikes(0.3, 42)).isNotEqualTo(strikes(0.3, 43));
    }

    @Test
    void the_probability_is_kept_in_the_long_run() {
        long struck = strikes(0.3, 7).stream().filter(hit -> hit).count();

        assertThat(struck).isBetween(2500L, 3500L);
    }

    @Test
    void a_disarmed_rule_strikes_no_more() {
        ActiveFault active = faults.arm(rule(null, ERROR, null));

        assertThat(faults.disarm(active.id())).isTrue();

        assertThat(faults.disarm(active.id())).isFalse();
        assertThat(faults.strike(ALICE)).isEmpty();
    }

    @Test
    void senseless_rules_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> rule(null, ERROR, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FaultRule(null, ERROR, null, 0.0, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FaultRule(null, ERROR, null, Double.NaN, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Fault.Refuse(12345));
        assertThatIllegalArgumentException().isThrownBy(() -> new Fault.Undelivered(21211));
    }

    private static List<Boolean> strikes(double probability, long seed) {
        Faults faults = new Faults();
        faults.arm(new FaultRule(null, ERROR, null, probability, seed));
        return IntStream.range(0, 10_000).mapToObj(_ -> faults.strike(ALICE).isPresent()).toList();
    }

    private static FaultRule rule(@Nullable PhoneNumber to, Fault fault, @Nullable Integer count) {
        return new FaultRule(to, fault, count, null, null);
    }
}
