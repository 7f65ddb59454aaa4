package io.countersign.simulator.sms;

import io.countersign.simulator.KeepSettings;
import io.countersign.simulator.live.Changed;
import io.countersign.simulator.live.Feed;
import io.countersign.simulator.live.Pulse;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All messages that are remembered, by number and by sid. */
@Component
public class TextMessages {

    private final Map<PhoneNumber, Feed<AcceptedSms>> inboxes = new ConcurrentHashMap<>();
    private final Map<String, Feed<AcceptedSms>> inboxOf = new ConcurrentHashMap<>();
    private final Queue<String> arrivals = new ConcurrentLinkedQueue<>();
    private final AtomicInteger arrived = new AtomicInteger();
    private final KeepSettings keep;
    private final Clock clock;
    private final Pulse pulse;

    TextMessages(KeepSettings keep, Pulse pulse, Clock clock) {
        this.keep = keep;
        this.pulse = pulse;
        this.clock = clock;
    }

    /** Takes a message in and shows it at its number. */
    public AcceptedSms accept(String sid, Submission submission, MessageStatus status) {
        Instant now = clock.instant();
        AcceptedSms message = new AcceptedSms(sid, submission, now, SmsProgress.first(status, now));
        Feed<AcceptedSms> inbox = inbox(submission.to());
        inboxOf.put(sid, inbox);
        inbox.add(sid, message).ifPresent(forgotten -> inboxOf.remove(forgotten.sid()));
        arrivals.add(sid);
        if (arrived.incrementAndGet() > keep.messages()) {
            forgetOldest();
        }
        return message;
    }

    /** Moves a message on; empty if it is no longer remembered. */
    public Optional<AcceptedSms> advance(
            String sid, MessageStatus status, @Nullable Integer errorCode) {
        Instant now = clock.instant();
        return Optional.ofNullable(inboxOf.get(sid))
                .flatMap(
                        inbox ->
                                inbox.change(
                                        sid,
                                        message ->
                                                message.at(
                                                        message.progress()
                                                                .next(status, errorCode, now))));
    }

    public Optional<AcceptedSms> withSid(String sid) {
        return Optional.ofNullable(inboxOf.get(sid)).flatMap(inbox -> inbox.find(sid));
    }

    /** Oldest first. */
    public List<AcceptedSms> to(PhoneNumber number) {
        return Optional.ofNullable(inboxes.get(number)).map(Feed::all).orElse(List.of());
    }

    /** Oldest first. */
    public List<AcceptedSms> all() {
        return inboxes.values().stream()
                .flatMap(inbox -> inbox.all().stream())
                .sorted(Comparator.comparing(AcceptedSms::receivedAt))
                .toList();
    }

    /** What changed at a number since a revision; 0 stands for the beginning. */
    public Changed<AcceptedSms> since(PhoneNumber number, long seen) {
        return inbox(number).since(seen);
    }

    public void clear() {
        inboxOf.clear();
        inboxes.values().forEach(Feed::clear);
    }

    private Feed<AcceptedSms> inbox(PhoneNumber number) {
        return inboxes.computeIfAbsent(number, _ -> new Feed<>(keep.messagesPerNumber(), pulse));
    }

    private void forgetOldest() {
        arrived.decrementAndGet();
        String oldest = arrivals.poll();
        Feed<AcceptedSms> inbox = oldest == null ? null : inboxOf.remove(oldest);
        if (oldest != null && inbox != null) {
            inbox.forget(oldest);
        }
    }
}
