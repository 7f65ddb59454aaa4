package io.countersign.telegram.prompt;

import io.countersign.challenge.store.Statements;
import io.countersign.channel.receipt.ReceiptInbox;
import io.countersign.channel.receipt.ReceiptOutcome;
import io.countersign.channel.statement.StatementOutcome;
import io.countersign.channel.statement.StatementPublisher;
import io.countersign.delivery.Acceptance;
import io.countersign.delivery.Receipt;
import io.countersign.events.Statement;
import io.countersign.events.Statement.Decision;
import io.countersign.events.id.ChallengeId;
import io.countersign.events.seal.ChannelSeal;
import io.countersign.telegram.bot.Bot;
import io.countersign.telegram.prompt.BotReply.Again;
import io.countersign.telegram.prompt.BotReply.Say;
import io.countersign.telegram.text.Phrase;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells the gateway what people decided; the first decision about a challenge counts. */
public final class PressedDecisions {

    private final StatementPublisher statementPublisher;
    private final Statements statements;
    private final ChannelSeal seal;
    private final ReceiptInbox receipts;
    private final Clock clock;

    /**
     * @param clock tells when a press was received, and decides nothing
     */
    public PressedDecisions(
            StatementPublisher statementPublisher,
            Statements statements,
            ChannelSeal seal,
            ReceiptInbox receipts,
            Clock clock) {
        this.statementPublisher = statementPublisher;
        this.statements = statements;
        this.seal = seal;
        this.receipts = receipts;
        this.clock = clock;
    }

    /**
     * The decision that stands about a challenge.
     *
     * @throws io.countersign.challenge.store.StoreUnavailable when the store does not answer
     */
    public Optional<Decision> standing(ChallengeId challenge) {
        return statements
                .find(challenge, Decision.NAME)
                .flatMap(kept -> seal.openStatement(kept, challenge, Decision.NAME))
                .flatMap(PressedDecisions::decision);
    }

    /** Passes a decision on; it also shows that the question has arrived. */
    BotReply pass(Prompt prompt, @Nullable Integer chosen) {
        Question question = prompt.question();
        Decision decision = new Decision(question.delivery(), chosen);
        StatementOutcome said = statementPublisher.publish(question.challenge(), decision);
        if (said == StatementOutcome.NOT_TOLD || arrived(prompt) == ReceiptOutcome.NOT_REPORTED) {
            return new Again();
        }
        boolean stands =
                said == StatementOutcome.FIRST
                        || standing(question.challenge()).filter(decision::equals).isPresent();
        return stands ? heard(question, chosen) : answered(question);
    }

    private ReceiptOutcome arrived(Prompt prompt) {
        Acceptance acceptance =
                new Acceptance(Bot.PROVIDER, Integer.toString(prompt.message()), clock.instant());
        return receipts.receive(prompt.question().delivery(), new Receipt.Arrived(acceptance));
    }

    private static BotReply heard(Question question, @Nullable Integer chosen) {
        return chosen == null
                ? new Say(Phrase.PRESS_REFUSAL, List.of(), question.locale())
                : new Say(Phrase.PRESS_NUMBER, List.of(chosen), question.locale());
    }

    private static BotReply answered(Question question) {
        return new Say(Phrase.PRESS_TOO_MANY, List.of(), question.locale());
    }

    private static Optional<Decision> decision(Statement statement) {
        return statement instanceof Decision decision ? Optional.of(decision) : Optional.empty();
    }
}
