package io.countersign.channel.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.redis.RedisStore;
import io.countersign.channel.followup.FollowUp;
import io.countersign.channel.kit.FakeBroker;
import io.countersign.channel.kit.FakeSender;
import io.countersign.channel.kit.TestGateway;
import io.countersign.channel.kit.TestWorker;
import io.countersign.channel.send.Concerned;
import io.countersign.channel.send.DeliveryOutcome;
import io.countersign.channel.send.DeliveryOutcome.Accepted;
import io.countersign.channel.send.DeliveryOutcome.Refused;
import io.countersign.channel.send.DeliveryOutcome.Unavailable;
import io.countersign.channel.send.DeliveryOutcome.Uncertain;
import io.countersign.delivery.Delivery;
import io.countersign.delivery.Failed;
import io.countersign.delivery.Head;
import io.countersign.delivery.Queued;
import io.countersign.delivery.store.DeliveryChange;
import io.countersign.events.Channel;
import io.countersign.events.DeliveryRequested;
import io.countersign.events.FailureReason;
import io.countersign.events.Progress;
import io.countersign.events.id.DeliveryId;
import io.countersign.stack.TestServers;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An attacker writes to the real store and repeats recorded events, but holds no key. */
@Tag("SECURITY-30")
@Tag("SECURITY-35")
class ForgedRecordsTest {

    private static final RedisClient CLIENT = RedisClient.create(uri());
    private static final StatefulRedisConnection<String, String> CONNECTION = CLIENT.connect();

    private final Clock clock = Clock.systemUTC();
    private final RedisStore store = new RedisStore(() -> CONNECTION, clock);
    private final FakeBroker broker = new FakeBroker();
    private final TestGateway gateway = new TestGateway(store, clock);
    private final FakeSender sender = new FakeSender();
    private final DeliveryRequested request = gateway.requestTrying(2, Channel.SMS);
    private final DeliveryId delivery = request.delivery(1);
    private final TestWorker worker =
            new TestWorker(store, broker, gateway.opener(Channel.SMS), clock, sender);

    @AfterAll
    static void disconnect() {
        CLIENT.shutdown();
    }

    static Stream<DeliveryOutcome> whatMayHaveBeenTaken() {
        return Stream.of(
                new Accepted("SM1"),
                new Uncertain("500"),
                new Refused(FailureReason.BLOCKED_BY_RECIPIENT, "21610"));
    }

    @ParameterizedTest
    @MethodSource("whatMayHaveBeenTaken")
    void a_record_set_back_and_its_event_repeated_send_nothing_more(DeliveryOutcome outcome) {
        sender.answers(outcome);
        handle();
        for (int i = 0; i < 3; i++) {
            forge(new Queued(head()));
            handle();
        }

        assertThat(sender.given()).hasSize(1);
    }

    @Test
    void what_was_sent_is_written_down_again_where_its_record_was_set_back() {
        handle();
        forge(new Queued(head()));
        handle();

        assertThat(progress()).isEqualTo(Progress.SENT);
    }

    @Test
    void a_record_set_back_while_the_provider_is_called_lets_nobody_call_it_too() {
        sender.answers(
                message -> {
                    if (sender.given().size() == 1) {
                        forge(new Queued(head()));
                        handle();
                    }
                    return new Accepted("SM1");
                });

        handle();

        assertThat(sender.given()).hasSize(1);
        assertThat(progress()).isEqualTo(Progress.SENT);
    }

    @Test
    void a_record_deleted_and_made_again_sends_nothing_more() {
        handle();
        delete(delivery);
        handle();
        store.queue(new Queued(head()));
        handle();

        assertThat(sender.given()).hasSize(1);
    }

    @Test
    void a_record_set_back_with_a_later_deadline_sends_nothing_more() {
        handle();
        forge(new Queued(new Head(delivery, Channel.SMS, request.deadline().plusSeconds(3_600))));
        handle();

        assertThat(sender.given()).hasSize(1);
    }

    @Test
    void a_follow_up_repeated_with_its_records_forged_sends_no_try_twice() {
        handle();
        List<FollowUp> kept = worker.followUps().takeDue(Integer.MAX_VALUE, Duration.ofDays(1));
        for (int i = 0; i < 3; i++) {
            forge(new Failed(head(), FailureReason.NOT_DELIVERED));
            delete(request.delivery(2));
            worker.followUps().hurry(delivery);
            kept.forEach(
                    one ->
                            worker.followUps()
                                    .schedule(one.delivery(), one.sealedTask(), Duration.ZERO));
            worker.followUp();
        }

        assertThat(sender.given())
                .extracting(message -> message.delivery())
                .containsOnlyOnce(delivery, request.delivery(2))
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void what_no_provider_took_is_still_sent_later() {
        sender.answers(new Unavailable(Concerned.PROVIDER, "no connection"));
        handle();
        sender.answers(new Accepted("SM1"));
        handle();

        assertThat(sender.given()).hasSize(2);
        assertThat(progress()).isEqualTo(Progress.SENT);
    }

    private void handle() {
        worker.handle(gateway.encode(request));
    }

    private Head head() {
        return new Head(delivery, Channel.SMS, request.deadline());
    }

    private void forge(Delivery forged) {
        store.update(delivery, (_, _) -> new DeliveryChange<>(forged, true));
    }

    private static void delete(DeliveryId id) {
        String key =
                "countersign:{%s}:%d.%d.%d"
                        .formatted(id.subject().wire(), id.round(), id.step(), id.attempt());
        CONNECTION.sync().del(key);
    }

    private Progress progress() {
        return Objects.requireNonNull(store.find(List.of(delivery)).get(delivery)).progress();
    }

    private static RedisURI uri() {
        RedisURI uri = RedisURI.create(TestServers.redis().url());
        uri.setTimeout(Duration.ofSeconds(10));
        return uri;
    }
}
