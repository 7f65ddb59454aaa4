package io.countersign.voice.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.store.StoreUnavailable;
import io.countersign.channel.kit.TestGateway;
import io.countersign.channel.sealed.RedisValueStore;
import io.countersign.channel.sealed.ValueStore;
import io.countersign.channel.send.Concerned;
import io.countersign.channel.send.DeliveryOutcome;
import io.countersign.channel.send.DeliveryOutcome.Refused;
import io.countersign.channel.send.DeliveryOutcome.Unavailable;
import io.countersign.channel.send.DeliveryOutcome.Uncertain;
import io.countersign.channel.send.OutgoingMessage;
import io.countersign.events.FailureReason;
import io.countersign.events.Statement;
import io.countersign.events.content.CallEnding;
import io.countersign.events.content.Destination;
import io.countersign.events.content.Message;
import io.countersign.events.id.ChallengeId;
import io.countersign.events.id.DeliveryId;
import io.countersign.events.id.NoticeId;
import io.countersign.events.id.Subject;
import io.countersign.voice.TestPool;
import io.countersign.voice.number.CallingNumber;
import io.countersign.voice.number.VoiceSettings;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SwitchboardTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Message CALL = new Message.CallingNumber();
    private static final Message SPOKEN = new Message.SpokenCode(TestGateway.CODE);

    private final CallBench bench = new CallBench(TestPool.ofHundred());

    @Test
    void a_calls_ending_is_stated_before_it_is_dialled() {
        OutgoingMessage message = message(CALL);

        CallingNumber number = assigned(bench.board().assign(message));

        assertThat(bench.stated(message.delivery())).contains(number.ending());
    }

    @Test
    void a_call_is_not_dialled_when_another_ending_stands_for_it() {
        OutgoingMessage message = message(CALL);
        bench.statementPublisher()
                .keep(
                        (ChallengeId) message.delivery().subject(),
                        new Statement.Calling(message.delivery(), new CallEnding("9999")));

        assertThat(outcome(bench.board().assign(message)))
                .isEqualTo(new Uncertain("another ending stands"));
    }

    @Test
    void a_delivery_that_comes_again_gets_the_number_that_was_stated() {
        OutgoingMessage message = message(CALL);
        CallingNumber first = assigned(bench.board().assign(message));

        CallingNumber again = assigned(bench.board().assign(message));

        assertThat(again).isEqualTo(first);
        assertThat(bench.stated(message.delivery())).contains(first.ending());
    }

    @Test
    void a_spoken_code_needs_no_ending() {
        OutgoingMessage message = message(SPOKEN);

        assertThat(bench.board().assign(message)).isInstanceOf(Line.Assigned.class);
        assertThat(bench.stated(message.delivery())).isEmpty();
    }

    @Test
    @Tag("SECURITY-20")
    void a_pool_that_only_speaks_never_dials_a_number_as_a_code() {
        CallBench small =
                new CallBench(
                        new VoiceSettings(
                                List.of("+12125550100"), 100, true, Duration.ofSeconds(20)));

        assertThat(outcome(small.board().assign(message(CALL))))
                .isEqualTo(new Refused(FailureReason.REGION_NOT_SERVED, "calls are only spoken"));
        assertThat(small.board().assign(message(SPOKEN))).isInstanceOf(Line.Assigned.class);
    }

    @Test
    @Tag("SECURITY-20")
    void with_too_few_endings_left_nobody_is_called_for_now() {
        bench.pool().all().stream().limit(50).forEach(bench.pool()::refused);
        assertThat(bench.board().assign(message(CALL))).isInstanceOf(Line.Assigned.class);

        bench.pool().refused(bench.pool().all().get(50));

        assertThat(outcome(bench.board().assign(message(CALL))))
                .isEqualTo(new Unavailable(Concerned.PROVIDER, "too few numbers are well"));
    }

    @Test
    void without_a_number_that_is_well_no_code_is_read_out_for_now() {
        bench.pool().all().forEach(bench.pool()::refused);

        assertThat(outcome(bench.board().assign(message(SPOKEN))))
                .isEqualTo(new Unavailable(Concerned.PROVIDER, "no number is well"));
    }

    @Test
    void nobody_is_called_from_their_own_number() {
        Destination own = new Destination(TestPool.ofHundred().getFirst());
        for (int i = 0; i < 99; i++) {
            CallingNumber number = assigned(bench.board().assign(message(CALL, challenge(), own)));
            assertThat(number.value()).isNotEqualTo(own.value());
        }

        assertThat(outcome(bench.board().assign(message(CALL, challenge(), own))))
                .isEqualTo(new Unavailable(Concerned.RECIPIENT, "no number is free"));
    }

    @Test
    void what_is_no_call_is_refused() {
        Subject notice = NoticeId.next(RANDOM);

        assertThat(outcome(bench.board().assign(message(new Message.Code(TestGateway.CODE)))))
                .isInstanceOf(Refused.class);
        assertThat(outcome(bench.board().assign(message(CALL, notice, TestGateway.PHONE))))
                .isInstanceOf(Refused.class);
    }

    @Test
    @Tag("SECURITY-26")
    void nobody_is_called_while_the_store_does_not_answer() {
        ValueStore gone =
                new RedisValueStore(
                        () -> {
                            throw new StoreUnavailable(new IllegalStateException("gone"));
                        },
                        "");
        CallBench blind =
                new CallBench(
                        new VoiceSettings(TestPool.ofHundred(), 100, false, Duration.ofSeconds(20)),
                        gone);

        assertThat(outcome(blind.board().assign(message(CALL)))).isInstanceOf(Unavailable.class);
        blind.board().refused(new CallingNumber("+12125550100"));
    }

    private static CallingNumber assigned(Line line) {
        assertThat(line).isInstanceOf(Line.Assigned.class);
        return ((Line.Assigned) line).number();
    }

    private static DeliveryOutcome outcome(Line line) {
        assertThat(line).isInstanceOf(Line.Closed.class);
        return ((Line.Closed) line).outcome();
    }

    private static OutgoingMessage message(Message message) {
        return message(message, challenge(), TestGateway.PHONE);
    }

    private static OutgoingMessage message(Message message, Subject about, Destination callee) {
        return new OutgoingMessage(
                new DeliveryId(about, 1, 0, 1),
                callee,
                message,
                Locale.ENGLISH,
                Duration.ofMinutes(5),
                Duration.ofSeconds(10));
    }

    private static ChallengeId challenge() {
        return ChallengeId.next(RANDOM);
    }
}
