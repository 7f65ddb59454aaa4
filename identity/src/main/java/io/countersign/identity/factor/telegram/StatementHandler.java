package io.countersign.identity.factor.telegram;

import io.countersign.broker.EventHandler;
import io.countersign.broker.Handling;
import io.countersign.broker.ReceivedEvent;
import io.countersign.challenge.store.StoreUnavailable;
import io.countersign.events.Decoded;
import io.countersign.events.EventCodec;
import io.countersign.events.Statement;
import io.countersign.events.StatementMade;
import java.time.Duration;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Judges decisions as soon as they are made: "It's not me" must count even when the browser is
 * gone.
 */
@Component
public class StatementHandler implements EventHandler {

    private static final Duration REST = Duration.ofSeconds(1);

    private final EventCodec codec;
    private final TelegramDecisions decisions;

    StatementHandler(EventCodec codec, TelegramDecisions decisions) {
        this.codec = codec;
        this.decisions = decisions;
    }

    @Override
    public Handling handle(ReceivedEvent received) {
        return switch (codec.decodeStatementMade(received.event())) {
            case Decoded.Unreadable<StatementMade>(String cause) -> Handling.dead(cause);
            case Decoded.Event<StatementMade>(StatementMade made) -> judge(made);
        };
    }

    private Handling judge(StatementMade made) {
        try {
            if (made.name().equals(Statement.Decision.NAME)) {
                decisions.judge(made.challenge());
            }
            return Handling.DONE;
        } catch (StoreUnavailable
                | DataAccessException
                | CannotCreateTransactionException unavailable) {
            return Handling.again(REST);
        }
    }
}
