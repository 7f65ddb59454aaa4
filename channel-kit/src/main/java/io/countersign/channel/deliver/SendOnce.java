package io.countersign.channel.deliver;

import io.countersign.channel.report.DeliveryJournal;
import io.countersign.channel.send.DeliveryOutcome;
import io.countersign.channel.send.DeliveryOutcome.Uncertain;
import io.countersign.channel.send.OutgoingMessage;
import io.countersign.channel.send.ProviderAnswer;
import io.countersign.channel.send.Providers;
import io.countersign.events.DeliveryRequested;
import io.countersign.events.id.DeliveryId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands each delivery to providers once, even where its record says that nobody has sent it: an
 * attacker who can write to the store can set a record back, and so can a replica that is promoted
 * after losing writes. This process itself remembers what it has handed over, until the deadline
 * has passed.
 */
public final class SendOnce {

    private static final Logger LOG = LoggerFactory.getLogger(SendOnce.class);

    /**
     * Past the deadline by the store's clock, whatever the difference between that clock and this
     * one.
     */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    /** Notices live for days, and a mail that is sent twice has the same Message-ID both times. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final Duration SWEEP = Duration.ofSeconds(30);

    private final Map<DeliveryId, Handed> handed = new ConcurrentHashMap<>();
    private final AtomicLong swept;
    private final Providers providers;
    private final DeliveryJournal journal;
    private final LongSupplier nanos;

    /**
     * @param answer null while the provider has not answered
     */
    private record Handed(long forgetAt, @Nullable ProviderAnswer answer) {}

    /**
     * @param nanos as {@link System#nanoTime()}
     */
    public SendOnce(Providers providers, DeliveryJournal journal, LongSupplier nanos) {
        this.providers = providers;
        this.journal = journal;
        this.nanos = nanos;
        this.swept = new AtomicLong(nanos.getAsLong());
    }

    /** Sends it; or, where it may have been taken before, repeats the earlier outcome. */
    ProviderAnswer send(DeliveryRequested request, OutgoingMessage message) {
        sweep();
        Handed now = new Handed(forgetAt(message), null);
        Handed before = handed.putIfAbsent(message.delivery(), now);
        if (before != null) {
            return again(message.delivery(), before);
        }
        ProviderAnswer answer = journal.timed(request, message, () -> providers.send(message));
        remember(message.delivery(), now.forgetAt(), answer);
        return answer;
    }

    private ProviderAnswer again(DeliveryId delivery, Handed before) {
        LOG.warn("delivery={} was handed to a provider before; its record was set back", delivery);
        ProviderAnswer answer = before.answer();
        return answer != null
                ? answer
                : new ProviderAnswer(
                        providers.inOrder().getFirst().name(), new Uncertain("under way"));
    }

    private void remember(DeliveryId delivery, long forgetAt, ProviderAnswer answer) {
        switch (answer.outcome()) {
            case DeliveryOutcome.Accepted _,
                    DeliveryOutcome.Refused _,
                    DeliveryOutcome.Uncertain _ ->
                    handed.put(delivery, new Handed(forgetAt, answer));
            case DeliveryOutcome.Unavailable _, DeliveryOutcome.Late _ -> handed.remove(delivery);
        }
    }

    private long forgetAt(OutgoingMessage message) {
        Duration kept = message.validity().plus(MARGIN);
        return nanos.getAsLong() + (kept.compareTo(LONGEST) < 0 ? kept : LONGEST).toNanos();
    }

    private void sweep() {
        long now = nanos.getAsLong();
        long last = swept.get();
        if (now - last >= SWEEP.toNanos() && swept.compareAndSet(last, now)) {
            handed.values().removeIf(one -> now - one.forgetAt() >= 0);
        }
    }
}
