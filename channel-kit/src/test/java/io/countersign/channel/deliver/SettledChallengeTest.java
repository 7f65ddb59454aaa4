package io.countersign.channel.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.Approved;
import io.countersign.challenge.Challenge;
import io.countersign.challenge.Denied;
import io.countersign.challenge.Locked;
import io.countersign.challenge.Method;
import io.countersign.challenge.Terms;
import io.countersign.channel.kit.FakeSender;
import io.countersign.channel.kit.TestWorker;
import io.countersign.channel.kit.WorkersInMemory;
import io.countersign.channel.send.Concerned;
import io.countersign.channel.send.DeliveryOutcome.Refused;
import io.countersign.channel.send.DeliveryOutcome.Unavailable;
import io.countersign.events.Channel;
import io.countersign.events.DeliveryRequested;
import io.countersign.events.FailureReason;
import io.countersign.events.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The person got in by another way, or the challenge ended, while something was queued for it. */
@Tag("RELIABILITY-26")
class SettledChallengeTest extends WorkersInMemory {

    private final FakeSender sender = new FakeSender();
    private final TestWorker worker = worker(Channel.SMS, sender);

    static Stream<BiFunction<Terms, Instant, Challenge>> ends() {
        return Stream.of(
                (terms, now) -> new Approved(terms, Method.TOTP, now), Denied::new, Locked::new);
    }

    @ParameterizedTest
    @MethodSource("ends")
    void nothing_is_sent_for_a_challenge_that_is_over(BiFunction<Terms, Instant, Challenge> end) {
        DeliveryRequested request = request();
        settle(request, end);

        worker.handle(gateway.encode(request));

        assertThat(sender.given()).isEmpty();
        assertThat(progress(request)).isEqualTo(Progress.TOO_LATE);
    }

    @ParameterizedTest
    @MethodSource("ends")
    void what_no_provider_took_is_not_sent_once_its_challenge_is_over(
            BiFunction<Terms, Instant, Challenge> end) {
        DeliveryRequested request = request();
        sender.answers(new Unavailable(Concerned.PROVIDER, "no connection"));
        worker.handle(gateway.encode(request));
        settle(request, end);

        worker.handle(gateway.encode(request));

        assertThat(sender.given()).hasSize(1);
        assertThat(progress(request)).isEqualTo(Progress.TOO_LATE);
    }

    @Test
    void nothing_is_handed_over_to_be_sent_for_a_challenge_that_is_over() {
        DeliveryRequested request = open(gateway.request(Channel.VOICE, Channel.SMS));
        FakeSender voice = new FakeSender();
        TestWorker calls = worker(Channel.VOICE, voice);
        voice.answers(new Refused(FailureReason.DESTINATION_INVALID, "21214"));
        calls.handle(gateway.encode(request));
        settle(request, Denied::new);

        broker.requests(Channel.SMS).forEach(worker::handle);

        assertThat(broker.requests(Channel.SMS)).hasSize(1);
        assertThat(sender.given()).isEmpty();
    }

    @Test
    void what_waits_for_its_answer_is_sent() {
        worker.handle(gateway.encode(request()));

        assertThat(sender.given()).hasSize(1);
    }

    private DeliveryRequested request() {
        return open(gateway.request(Channel.SMS));
    }

    private Progress progress(DeliveryRequested request) {
        return Objects.requireNonNull(
                        store.find(List.of(request.delivery(1))).get(request.delivery(1)))
                .progress();
    }
}
