package io.countersign.channel.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.channel.kit.FakeSender;
import io.countersign.channel.kit.TestWorker;
import io.countersign.channel.kit.WorkersInMemory;
import io.countersign.delivery.Acceptance;
import io.countersign.delivery.Receipt;
import io.countersign.events.Channel;
import io.countersign.events.DeliveryReported;
import io.countersign.events.DeliveryRequested;
import io.countersign.events.FailureReason;
import io.countersign.events.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReceiptInboxTest extends WorkersInMemory {

    private final TestWorker worker = worker(Channel.SMS, new FakeSender());
    private final DeliveryRequested request = gateway.request(Channel.SMS);
    private final Acceptance acceptance = new Acceptance("first", "SM1", clock.instant());
    private final Receipt onItsWay = new Receipt.OnItsWay(acceptance);
    private final Receipt arrived = new Receipt.Arrived(acceptance);
    private final Receipt lost = new Receipt.Lost(acceptance, FailureReason.NOT_DELIVERED);

    @BeforeEach
    void send() {
        worker.handle(gateway.encode(request));
    }

    @Test
    void arrivalIsReported() {
        assertThat(receive(arrived)).isEqualTo(ReceiptOutcome.MERGED);

        assertThat(broker.reports())
                .extracting(DeliveryReported::progress)
                .containsExactly(Progress.SENT, Progress.DELIVERED);
    }

    @Test
    void lossIsReportedWithItsReason() {
        receive(lost);

        DeliveryReported report = broker.reports().getLast();
        assertThat(report.progress()).isEqualTo(Progress.FAILED);
        assertThat(report.reason()).isEqualTo(FailureReason.NOT_DELIVERED);
    }

    @Test
    void whatIsKnownIsNotReportedAgain() {
        assertThat(receive(onItsWay)).isEqualTo(ReceiptOutcome.NOTHING_NEW);

        assertThat(broker.reports()).hasSize(1);
    }

    @Test
    @Tag("RELIABILITY-8")
    void receiptsInTheWrongOrderLeadToTheSameEnd() {
        receive(lost);
        receive(arrived);
        receive(onItsWay);
        receive(lost);

        assertThat(broker.reports().getLast().progress()).isEqualTo(Progress.DELIVERED);
    }

    @Test
    void aReceiptThatCouldNotBeReportedIsReportedWhenItIsRepeated() {
        broker.goDown();
        assertThat(receive(arrived)).isEqualTo(ReceiptOutcome.NOT_REPORTED);
        broker.comeUp();

        assertThat(receive(arrived)).isEqualTo(ReceiptOutcome.MERGED);

        assertThat(broker.reports().getLast().progress()).isEqualTo(Progress.DELIVERED);
    }

    @Test
    void aReceiptForADeliveryThatIsNotKnownChangesNothing() {
        DeliveryRequested other = gateway.unrecorded(Channel.SMS);

        assertThat(worker.receipts().receive(other.delivery(1), arrived))
                .isEqualTo(ReceiptOutcome.NOTHING_NEW);
    }

    private ReceiptOutcome receive(Receipt receipt) {
        return worker.receipts().receive(request.delivery(1), receipt);
    }
}
