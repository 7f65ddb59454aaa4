package io.countersign.gateway.telegram;

import io.countersign.broker.EventHandler;
import io.countersign.broker.Handling;
import io.countersign.broker.ReceivedEvent;
import io.countersign.challenge.Challenge;
import io.countersign.challenge.Challenges;
import io.countersign.challenge.Pending;
import io.countersign.challenge.StoreUnavailable;
import io.countersign.events.ChallengeId;
import io.countersign.events.Channel;
import io.countersign.events.Decoded;
import io.countersign.events.DeliveryReported;
import io.countersign.events.EventCodec;
import io.countersign.events.FailureReason;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Notes who cannot be reached in Telegram any more, so that they are offered another method. */
@Component
public class ReachabilityHandler implements EventHandler {

    private static final Duration REST = Duration.ofSeconds(1);

    private final EventCodec codec;
    private final Challenges challenges;
    private final TelegramAccounts accounts;

    ReachabilityHandler(EventCodec codec, Challenges challenges, TelegramAccounts accounts) {
        this.codec = codec;
        this.challenges = challenges;
        this.accounts = accounts;
    }

    @Override
    public Handling handle(ReceivedEvent received) {
        return switch (codec.decodeReported(received.event())) {
            case Decoded.Unreadable<DeliveryReported>(String cause) -> Handling.dead(cause);
            case Decoded.Event<DeliveryReported>(DeliveryReported report) -> note(report);
        };
    }

    private Handling note(DeliveryReported report) {
        try {
            if (report.channel() == Channel.TELEGRAM && gone(report.reason())) {
                factor(report).ifPresent(accounts::unreachable);
            }
            return Handling.DONE;
        } catch (StoreUnavailable | DataAccessException unavailable) {
            return Handling.again(REST);
        }
    }

    private static boolean gone(@Nullable FailureReason reason) {
        return reason == FailureReason.BLOCKED_BY_RECIPIENT
                || reason == FailureReason.DESTINATION_INVALID;
    }

    private Optional<UUID> factor(DeliveryReported report) {
        if (!(report.delivery().subject() instanceof ChallengeId id)) {
            return Optional.empty();
        }
        Optional<Challenge> challenge = challenges.find(id);
        return challenge
                .filter(Pending.class::isInstance)
                .flatMap(
                        pending ->
                                ((Pending) pending)
                                        .rounds().stream()
                                                .filter(
                                                        round ->
                                                                round.number()
                                                                        == report.delivery()
                                                                                .round())
                                                .findFirst())
                .map(round -> UUID.fromString(round.factor()));
    }
}
