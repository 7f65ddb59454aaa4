package io.countersign.channel.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.broker.Handling;
import io.countersign.challenge.memory.InMemoryStore;
import io.countersign.channel.kit.FakeBroker;
import io.countersign.channel.kit.FakeSender;
import io.countersign.channel.kit.TestGateway;
import io.countersign.channel.kit.TestWorker;
import io.countersign.channel.send.DeliveryOutcome.Accepted;
import io.countersign.delivery.Delivery;
import io.countersign.delivery.Queued;
import io.countersign.delivery.store.Deliveries;
import io.countersign.delivery.store.DeliveryTransition;
import io.countersign.events.Channel;
import io.countersign.events.DeliveryRequested;
import io.countersign.events.Progress;
import io.countersign.events.id.DeliveryId;
import io.countersign.test.MovableClock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A worker stands still between its claim and its call: SIGSTOP, a long collection of garbage. */
@Tag("RELIABILITY-23")
class StandstillTest {

    private final MovableClock clock = new MovableClock();
    private final InMemoryStore store = new InMemoryStore(clock);
    private final TestGateway gateway = new TestGateway(store, clock);
    private final FakeSender sender = new FakeSender();
    private final DeliveryRequested request = gateway.request(Channel.SMS);

    @Test
    void nothing_is_sent_after_the_deadline_and_it_is_written_down_as_too_late() {
        clock.advance(TestGateway.LIFETIME.minusSeconds(11));

        worker(Duration.ofSeconds(15)).handle(gateway.encode(request));

        assertThat(sender.given()).isEmpty();
        assertThat(progress()).isEqualTo(Progress.TOO_LATE);
    }

    @Test
    void nothing_is_sent_after_the_lease_and_it_goes_back_to_the_queue() {
        Handling handling = worker(Duration.ofSeconds(15)).handle(gateway.encode(request));

        assertThat(sender.given()).isEmpty();
        assertThat(progress()).isEqualTo(Progress.QUEUED);
        assertThat(handling).isInstanceOf(Handling.Again.class);
    }

    @Test
    void validity_and_time_out_are_reckoned_when_the_message_leaves() {
        sender.answers(
                message -> {
                    assertThat(message.validity()).isEqualTo(TestGateway.LIFETIME.minusSeconds(4));
                    assertThat(message.timeout()).isEqualTo(Duration.ofSeconds(6));
                    return new Accepted("SM1");
                });

        worker(Duration.ofSeconds(4)).handle(gateway.encode(request));

        assertThat(sender.given()).hasSize(1);
        assertThat(progress()).isEqualTo(Progress.SENT);
    }

    /** Whose first answer of the store finds it standing still for so long. */
    private TestWorker worker(Duration standstill) {
        return new TestWorker(
                new Freezing(store, () -> clock.advance(standstill)),
                new FakeBroker(),
                gateway.opener(Channel.SMS),
                clock,
                sender);
    }

    private Progress progress() {
        return Objects.requireNonNull(
                        store.find(List.of(request.delivery(1))).get(request.delivery(1)))
                .progress();
    }

    private static final class Freezing implements Deliveries {

        private final Deliveries behind;
        private Runnable next;

        Freezing(Deliveries behind, Runnable freeze) {
            this.behind = behind;
            this.next = freeze;
        }

        @Override
        public void queue(Queued delivery) {
            behind.queue(delivery);
        }

        @Override
        public Map<DeliveryId, Delivery> find(Collection<DeliveryId> ids) {
            return behind.find(ids);
        }

        @Override
        public <R> Optional<R> update(DeliveryId id, DeliveryTransition<R> transition) {
            Optional<R> result = behind.update(id, transition);
            next.run();
            next = () -> {};
            return result;
        }
    }
}
