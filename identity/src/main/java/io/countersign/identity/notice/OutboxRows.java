package io.countersign.identity.notice;

import io.countersign.events.content.NoticeKind;
import io.countersign.events.id.NoticeId;
import io.countersign.identity.attempt.Forgetful;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Keeps notices from their cause to the report that they were sent, by a clock of its own. */
interface OutboxRows extends Forgetful {

    /** How long a notice that has no end of its own is worth sending. */
    Duration WORTH_SENDING = Duration.ofDays(3);

    /** The wait after the first try; each one after it is twice as long. */
    Duration FIRST_REST = Duration.ofMinutes(1);

    Duration LONGEST_REST = Duration.ofHours(1);

    /** The wait before broker or store are asked again after they did not answer. */
    Duration OUTAGE_REST = Duration.ofSeconds(15);

    /**
     * Adds a notice, which is due at once.
     *
     * @param deadline when nothing is to be sent any more, if that is earlier than usual
     */
    void add(
            NoticeId id,
            NoticeKind kind,
            byte[] sealed,
            String locale,
            Optional<OffsetDateTime> deadline);

    /**
     * Takes the notice that has been due for longest, and puts it off: if the taker dies, it comes
     * up again. No one else gets it meanwhile.
     */
    Optional<OutboxRow> takeDue();

    /** Has it come up again soon: it could not be requested. */
    void putBack(NoticeId id);

    /**
     * Begins its next round; empty when it has ended meanwhile, or another process has begun that
     * round.
     */
    Optional<OutboxRow> beginRound(OutboxRow row);

    /** It was sent; false when that is known already. */
    boolean sent(NoticeId id);

    /**
     * Its latest round will not arrive; false when there is a later one, or this is known already.
     */
    boolean failed(NoticeId id, int round);

    /** Forgets notices that have ended. */
    @Override
    void forgetOld();
}
