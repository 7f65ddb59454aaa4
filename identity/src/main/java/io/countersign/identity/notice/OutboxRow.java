package io.countersign.identity.notice;

import io.countersign.events.content.NoticeKind;
import io.countersign.events.id.DeliveryId;
import io.countersign.events.id.NoticeId;
import java.time.Instant;

/**
 * A notice that no worker has reported as sent yet.
 *
 * @param sealed see {@link NoticeSeal}
 * @param locale the person's language, a BCP 47 tag
 * @param deadline nothing is sent at or after it
 * @param round the latest delivery that was requested; 0 before the first
 */
record OutboxRow(
        NoticeId id,
        NoticeKind kind,
        byte[] sealed,
        String locale,
        Instant createdAt,
        Instant deadline,
        int round) {

    /** The delivery of the latest round. */
    DeliveryId delivery() {
        return new DeliveryId(id, round, 0, 1);
    }

    OutboxRow inRound(int number) {
        return new OutboxRow(id, kind, sealed, locale, createdAt, deadline, number);
    }
}
