package io.countersign.identity.notice;

import io.countersign.events.id.NoticeId;
import io.countersign.test.MovableClock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

class InMemoryOutboxRowsTest extends OutboxRowsContract {

    private final MovableClock clock = new MovableClock();
    private final InMemoryOutboxRows rows = new InMemoryOutboxRows(clock);

    @Override
    OutboxRows rows() {
        return rows;
    }

    @Override
    Instant clock() {
        return clock.instant();
    }

    @Override
    void makeDue(NoticeId notice) {
        clock.advance(Duration.between(clock.instant(), rows.dueAt(notice).orElseThrow()));
    }

    @Override
    void end(NoticeId notice) {
        clock.advance(OutboxRows.WORTH_SENDING);
    }

    @Override
    @Nullable Integer rest(NoticeId notice) {
        return rows.dueAt(notice)
                .map(due -> (int) Duration.between(clock.instant(), due).toSeconds())
                .orElse(null);
    }
}
