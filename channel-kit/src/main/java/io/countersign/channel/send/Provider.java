package io.countersign.channel.send;

import io.countersign.channel.send.Breaker.Turn;
import io.countersign.channel.send.DeliveryOutcome.Unavailable;
import io.countersign.channel.send.DeliveryOutcome.Uncertain;
import io.countersign.events.content.Destination;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A named provider that is left alone for a while when it fails often, or when it asks for it. */
public final class Provider {

    private final String name;
    private final ChannelSender sender;
    private final Breaker breaker;
    private volatile String trouble = "";

    /**
     * @param name for logs, reports and meters
     */
    public Provider(String name, ChannelSender sender) {
        this.name = name;
        this.sender = sender;
        this.breaker = new Breaker(name);
    }

    public String name() {
        return name;
    }

    /** Whether the next message would be offered to it normally. */
    public boolean healthy() {
        return breaker.closed();
    }

    /** The latest trouble; empty after a good answer. */
    public String trouble() {
        return trouble;
    }

    /** Empty, and the provider not called, while it is left alone. */
    Optional<DeliveryOutcome> send(OutgoingMessage message) {
        Turn turn = breaker.turn(message.destination());
        if (turn == Turn.NONE) {
            return Optional.empty();
        }
        DeliveryOutcome outcome = call(message);
        heed(turn, message.destination(), outcome);
        return Optional.of(outcome);
    }

    private DeliveryOutcome call(OutgoingMessage message) {
        try {
            return sender.send(message);
        } catch (RuntimeException bug) {
            // Its message may quote what was to be sent.
            return new Uncertain(bug.getClass().getName());
        }
    }

    private void heed(Turn turn, Destination to, DeliveryOutcome outcome) {
        switch (outcome) {
            case DeliveryOutcome.Accepted _, DeliveryOutcome.Refused _ -> well(to);
            case DeliveryOutcome.Late _ -> breaker.unasked(turn);
            case Uncertain(String detail) -> failed(turn, to, null, detail);
            case Unavailable(Concerned whom, var rest, String detail) -> {
                switch (whom) {
                    case RECIPIENT -> well(to);
                    case PROVIDER -> failed(turn, to, rest, detail);
                    case WORKER -> breaker.unasked(turn);
                }
            }
        }
    }

    private void well(Destination to) {
        trouble = "";
        breaker.well(to);
    }

    private void failed(Turn turn, Destination to, @Nullable Duration rest, String detail) {
        trouble = detail;
        breaker.failed(turn, to, rest);
    }
}
