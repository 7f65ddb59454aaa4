package io.countersign.identity.factor.telegram;

import io.countersign.broker.EventHandler;
import io.countersign.broker.Handling;
import io.countersign.broker.ReceivedEvent;
import io.countersign.challenge.store.Statements;
import io.countersign.challenge.store.StoreUnavailable;
import io.countersign.events.Decoded;
import io.countersign.events.EventCodec;
import io.countersign.events.Statement.Reach;
import io.countersign.events.StatementMade;
import io.countersign.events.id.ChallengeId;
import io.countersign.events.seal.ChannelSeal;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Notes which people can no longer be reached in Telegram, so that they are offered another method,
 * and which can be reached again. Believes only what Telegram workers have sealed.
 */
@Component
public class ReachabilityHandler implements EventHandler {

    private static final Duration REST = Duration.ofSeconds(1);

    private final EventCodec codec;
    private final Statements statements;
    private final ChannelSeal seal;
    private final TelegramAccounts accounts;

    ReachabilityHandler(
            EventCodec codec,
            Statements statements,
            @Qualifier("telegramSeal") ChannelSeal seal,
            TelegramAccounts accounts) {
        this.codec = codec;
        this.statements = statements;
        this.seal = seal;
        this.accounts = accounts;
    }

    @Override
    public Handling handle(ReceivedEvent received) {
        return switch (codec.decodeStatementMade(received.event())) {
            case Decoded.Unreadable<StatementMade>(String cause) -> Handling.dead(cause);
            case Decoded.Event<StatementMade>(StatementMade made) -> note(made);
        };
    }

    private Handling note(StatementMade made) {
        try {
            if (made.name().equals(Reach.NAME)) {
                find(made.challenge()).ifPresent(accounts::note);
            }
            return Handling.DONE;
        } catch (StoreUnavailable
                | DataAccessException
                | CannotCreateTransactionException unavailable) {
            return Handling.again(REST);
        }
    }

    private Optional<Reach> find(ChallengeId id) {
        return statements
                .find(id, Reach.NAME)
                .flatMap(kept -> seal.openStatement(kept, id, Reach.NAME))
                .filter(Reach.class::isInstance)
                .map(Reach.class::cast);
    }
}
