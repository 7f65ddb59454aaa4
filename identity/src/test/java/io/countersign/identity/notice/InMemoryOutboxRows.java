package io.countersign.identity.notice;

import io.countersign.events.content.NoticeKind;
import io.countersign.events.id.DeliveryId;
import io.countersign.events.id.NoticeId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps notices under one lock and by the clock that it is given. */
final class InMemoryOutboxRows implements OutboxRows {

    private final Clock clock;
    private final Map<NoticeId, Waiting> rows = new LinkedHashMap<>();

    InMemoryOutboxRows(Clock clock) {
        this.clock = clock;
    }

    private record Waiting(OutboxRow row, int tries, Instant dueAt) {}

    /** When it is due; empty where there is no such notice. */
    synchronized Optional<Instant> dueAt(NoticeId id) {
        return Optional.ofNullable(rows.get(id)).map(Waiting::dueAt);
    }

    @Override
    public synchronized void add(
            NoticeId id,
            NoticeKind kind,
            byte[] sealed,
            String locale,
            Optional<OffsetDateTime> deadline) {
        Instant now = clock.instant();
        Instant latest = now.plus(WORTH_SENDING);
        Instant end =
                deadline.map(OffsetDateTime::toInstant).filter(latest::isAfter).orElse(latest);
        var row = new OutboxRow(id, kind, sealed.clone(), locale, now, end, 0);
        rows.put(id, new Waiting(row, 0, now));
    }

    @Override
    public synchronized Optional<OutboxRow> takeDue() {
        Instant now = clock.instant();
        Optional<Waiting> due =
                rows.values().stream()
                        .filter(each -> !each.dueAt().isAfter(now))
                        .filter(each -> each.row().deadline().isAfter(now))
                        .min(Comparator.comparing(Waiting::dueAt));
        due.ifPresent(
                each ->
                        put(
                                new Waiting(
                                        each.row(),
                                        each.tries() + 1,
                                        now.plus(rest(each.tries())))));
        return due.map(Waiting::row);
    }

    @Override
    public synchronized void putBack(NoticeId id) {
        rows.computeIfPresent(
                id,
                (_, each) ->
                        new Waiting(
                                each.row(), each.tries() - 1, clock.instant().plus(OUTAGE_REST)));
    }

    @Override
    public synchronized Optional<OutboxRow> beginRound(OutboxRow row) {
        Waiting known = rows.get(row.id());
        if (known == null || known.row().round() != row.round()) {
            return Optional.empty();
        }
        OutboxRow next = known.row().inRound(row.round() + 1);
        put(new Waiting(next, known.tries(), known.dueAt()));
        return Optional.of(next);
    }

    @Override
    public synchronized boolean sent(NoticeId id) {
        return rows.remove(id) != null;
    }

    @Override
    public synchronized boolean failed(NoticeId id, int round) {
        return rows.values().removeIf(each -> each.row().delivery().equals(delivery(id, round)));
    }

    @Override
    public synchronized void forgetOld() {
        Instant now = clock.instant();
        rows.values().removeIf(each -> !each.row().deadline().isAfter(now));
    }

    private void put(Waiting waiting) {
        rows.put(waiting.row().id(), waiting);
    }

    private static Duration rest(int tries) {
        Duration doubled = FIRST_REST.multipliedBy(1L << Math.min(tries, 20));
        return doubled.compareTo(LONGEST_REST) < 0 ? doubled : LONGEST_REST;
    }

    private static DeliveryId delivery(NoticeId id, int round) {
        return new DeliveryId(id, round, 0, 1);
    }
}
