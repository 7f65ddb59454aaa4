package io.countersign.simulator.faults.active;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.countersign.simulator.faults.Fault;
import io.countersign.simulator.faults.FaultChannel;
import io.countersign.simulator.faults.MessageFault;
import io.countersign.simulator.faults.RequestFault;
import io.countersign.simulator.sms.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private static final PhoneNumber ALICE = new PhoneNumber("+12015550101");
    private static final PhoneNumber BOB = new PhoneNumber("+12015550102");
    private static final MessageFault ERROR = new RequestFault.ServerError();
    private static final MessageFault CUT = new RequestFault.CutConnection();

    private final Faults faults = new Faults();

    @Test
    void without_a_rule_nothing_is_struck() {
        assertThat(faults.strikeMessage(ALICE)).isEmpty();
    }

    @Test
    void a_rule_for_one_number_spares_the_others() {
        faults.arm(rule(ALICE, ERROR, null));

        assertThat(faults.strikeMessage(ALICE)).hasValue(ERROR);
        assertThat(faults.strikeMessage(BOB)).isEmpty();
    }

    @Test
    void a_rule_for_one_number_goes_before_one_for_all() {
        faults.arm(rule(null, ERROR, null));
        faults.arm(rule(ALICE, CUT, null));

        assertThat(faults.strikeMessage(ALICE)).hasValue(CUT);
        assertThat(faults.strikeMessage(BOB)).hasValue(ERROR);
    }

    @Test
    void a_rule_without_a_channel_strikes_every_channel_that_knows_its_fault() {
        faults.arm(rule(ALICE, ERROR, null));

        assertThat(faults.strikeCall(ALICE)).hasValue(new RequestFault.ServerError());
        assertThat(faults.strikeMail(FaultRecipient.of(ALICE))).isEmpty();
    }

    @Test
    void a_rule_for_one_channel_spares_the_others() {
        faults.arm(new FaultRule(null, FaultChannel.CALL, ERROR, null, null, null));

        assertThat(faults.strikeMessage(ALICE)).isEmpty();
        assertThat(faults.strikeCall(ALICE)).isPresent();
    }

    @Test
    void a_rule_is_over_after_its_count() {
        faults.arm(rule(null, ERROR, 2));

        assertThat(faults.strikeMessage(ALICE)).isPresent();
        assertThat(faults.strikeMessage(BOB)).isPresent();
        assertThat(faults.strikeMessage(ALICE)).isEmpty();
        assertThat(faults.active()).isEmpty();
    }

    @Test
    void the_next_rule_takes_over_when_one_is_over() {
        faults.arm(rule(null, ERROR, 1));
        faults.arm(rule(null, CUT, 1));

        assertThat(Stream.generate(() -> faults.strikeMessage(ALICE)).limit(3))
                .containsExactly(Optional.of(ERROR), Optional.of(CUT), Optional.empty());
    }

    @Test
    void a_rule_replaces_one_of_its_kind_and_scope_only() {
        faults.arm(rule(ALICE, new RequestFault.Slow(1000), null));
        faults.arm(rule(null, new RequestFault.Slow(500), null));
        faults.arm(rule(ALICE, new RequestFault.Slow(10), null));

        assertThat(faults.active())
                .extracting(active -> active.rule().fault())
                .containsExactly(new RequestFault.Slow(10), new RequestFault.Slow(500));
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
        assertThat(faults.strikeMessage(ALICE)).isEmpty();
    }

    @Test
    void senseless_rules_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> rule(null, ERROR, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FaultRule(null, null, ERROR, null, 0.0, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FaultRule(null, null, ERROR, null, Double.NaN, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Fault.Refuse(12345));
        assertThatIllegalArgumentException().isThrownBy(() -> new MessageFault.Undelivered(21211));
    }

    private static List<Boolean> strikes(double probability, long seed) {
        Faults faults = new Faults();
        faults.arm(new FaultRule(null, null, ERROR, null, probability, seed));
        return IntStream.range(0, 10_000)
                .mapToObj(_ -> faults.strikeMessage(ALICE).isPresent())
                .toList();
    }

    private static FaultRule rule(@Nullable PhoneNumber to, Fault fault, @Nullable Integer count) {
        return new FaultRule(
                to == null ? null : FaultRecipient.of(to), null, fault, count, null, null);
    }
}
