package io.countersign.identity.notice;

import io.countersign.broker.EventHandler;
import io.countersign.broker.Handling;
import io.countersign.broker.ReceivedEvent;
import io.countersign.events.Decoded;
import io.countersign.events.DeliveryReported;
import io.countersign.events.EventCodec;
import io.countersign.events.id.NoticeId;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Takes the workers' reports about notices, and removes those that have ended from the outbox. An
 * uncertain end ({@code UNKNOWN}, {@code TOO_LATE}) changes nothing: the notice comes up again when
 * it is due.
 */
@Component
public class NoticeReports implements EventHandler {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeReports.class);
    private static final Duration DATABASE_REST = Duration.ofSeconds(5);

    private final EventCodec codec;
    private final OutboxRows rows;

    NoticeReports(EventCodec codec, OutboxRows rows) {
        this.codec = codec;
        this.rows = rows;
    }

    @Override
    public Handling handle(ReceivedEvent received) {
        return switch (codec.decodeReported(received.event())) {
            case Decoded.Unreadable<DeliveryReported>(String cause) -> Handling.dead(cause);
            case Decoded.Event<DeliveryReported>(DeliveryReported report) -> handle(report);
        };
    }

    private Handling handle(DeliveryReported report) {
        if (!(report.delivery().subject() instanceof NoticeId notice)) {
            return Handling.DONE;
        }
        try {
            note(notice, report);
            return Handling.DONE;
        } catch (DataAccessException e) {
            return Handling.again(DATABASE_REST);
        }
    }

    private void note(NoticeId notice, DeliveryReported report) {
        switch (report.progress()) {
            case SENT, RINGING, DELIVERED -> rows.sent(notice);
            case FAILED -> {
                if (rows.failed(notice, report.delivery().round())) {
                    LOG.warn("notice={} was not sent: {}", notice, report.reason());
                }
            }
            case QUEUED, CLAIMED, UNKNOWN, TOO_LATE -> {}
        }
    }
}
