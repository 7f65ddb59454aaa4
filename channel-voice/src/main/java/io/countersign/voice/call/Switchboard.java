package io.countersign.voice.call;

import io.countersign.challenge.store.StoreUnavailable;
import io.countersign.channel.send.Concerned;
import io.countersign.channel.send.DeliveryOutcome;
import io.countersign.channel.send.DeliveryOutcome.Refused;
import io.countersign.channel.send.DeliveryOutcome.Unavailable;
import io.countersign.channel.send.DeliveryOutcome.Uncertain;
import io.countersign.channel.send.OutgoingMessage;
import io.countersign.channel.statement.StatementPublisher;
import io.countersign.events.FailureReason;
import io.countersign.events.Statement;
import io.countersign.events.content.Message;
import io.countersign.events.id.ChallengeId;
import io.countersign.voice.number.CallingNumber;
import io.countersign.voice.number.Leases;
import io.countersign.voice.number.NumberLease;
import io.countersign.voice.number.NumberPool;
import io.countersign.voice.number.VoiceSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds a number for each call. Where the number is the code, the gateway's copy is stored before
 * dialling: what the person will read off the phone is decided by then.
 */
public final class Switchboard {

    /** Operators let a phone ring a little longer than asked, and reports take time. */
    private static final Duration MARGIN = Duration.ofSeconds(15);

    private final VoiceSettings settings;
    private final NumberPool pool;
    private final Leases leases;
    private final CallBook book;
    private final StatementPublisher statementPublisher;

    public Switchboard(
            VoiceSettings settings,
            NumberPool pool,
            Leases leases,
            CallBook book,
            StatementPublisher statementPublisher) {
        this.settings = settings;
        this.pool = pool;
        this.leases = leases;
        this.book = book;
        this.statementPublisher = statementPublisher;
    }

    /** A delivery that was not taken and comes again gets the number that it had. */
    public Line assign(OutgoingMessage message) {
        try {
            return switch (message.message()) {
                case Message.CallingNumber _ -> codeNumber(message);
                case Message.SpokenCode _ -> anyNumber(message);
                case Message.Code _, Message.Confirmation _, Message.Notice _ -> nothingToSay();
            };
        } catch (StoreUnavailable e) {
            return closed(new Unavailable(Concerned.WORKER, "the store does not answer"));
        }
    }

    /** The operator does not let us call from this number. */
    public void refused(CallingNumber number) {
        try {
            pool.refused(number);
        } catch (StoreUnavailable e) {
            // It will be refused again, and then rest.
        }
    }

    private Line codeNumber(OutgoingMessage message) {
        if (settings.spokenOnly()) {
            return closed(new Refused(FailureReason.REGION_NOT_SERVED, "calls are only spoken"));
        }
        if (!(message.delivery().subject() instanceof ChallengeId challenge)) {
            return nothingToSay();
        }
        List<CallingNumber> well = candidates(message);
        if (hardToGuess(well)) {
            return lease(message, well)
                    .map(lease -> announce(challenge, message, lease))
                    .orElseGet(
                            () ->
                                    closed(
                                            new Unavailable(
                                                    Concerned.RECIPIENT, "no number is free")));
        }
        return closed(new Unavailable(Concerned.PROVIDER, "too few numbers are well"));
    }

    private Optional<NumberLease> lease(OutgoingMessage message, List<CallingNumber> candidates) {
        Duration live = message.timeout().plus(settings.ringWindow()).plus(MARGIN);
        return leases.take(message.delivery(), message.destination(), candidates, live);
    }

    private Line announce(ChallengeId challenge, OutgoingMessage message, NumberLease lease) {
        CallingNumber number = lease.number();
        boolean stands =
                statementPublisher.keep(
                        challenge, new Statement.Calling(message.delivery(), number.ending()));
        // The first worker with this delivery has said it before, with the same number.
        if (stands || lease.again()) {
            return place(message, number, false);
        }
        return closed(new Uncertain("another ending stands"));
    }

    private Line anyNumber(OutgoingMessage message) {
        return leases.any(candidates(message))
                .map(number -> place(message, number, true))
                .orElseGet(() -> closed(new Unavailable(Concerned.PROVIDER, "no number is well")));
    }

    /** A call must not come from the number that is being called. */
    private List<CallingNumber> candidates(OutgoingMessage message) {
        String callee = message.destination().value();
        return pool.well().stream().filter(number -> !number.value().equals(callee)).toList();
    }

    private Line place(OutgoingMessage message, CallingNumber number, boolean spoken) {
        book.place(
                message.delivery(),
                new PlacedCall(number, message.destination(), spoken, Set.of()));
        return new Line.Assigned(number);
    }

    /** With half of its endings resting a pool is worth half as much; it must not be worth less. */
    private boolean hardToGuess(List<CallingNumber> numbers) {
        long endings = numbers.stream().map(CallingNumber::ending).distinct().count();
        return 2 * endings >= settings.minEndings();
    }

    private static Line nothingToSay() {
        return closed(new Refused(FailureReason.PROVIDER_UNAVAILABLE, "nothing to say in a call"));
    }

    private static Line closed(DeliveryOutcome outcome) {
        return new Line.Closed(outcome);
    }
}
