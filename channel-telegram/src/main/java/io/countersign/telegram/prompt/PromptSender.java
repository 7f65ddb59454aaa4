package io.countersign.telegram.prompt;

import io.countersign.challenge.store.Challenges;
import io.countersign.challenge.store.StoreUnavailable;
import io.countersign.channel.send.ChannelSender;
import io.countersign.channel.send.Concerned;
import io.countersign.channel.send.DeliveryOutcome;
import io.countersign.channel.send.DeliveryOutcome.Accepted;
import io.countersign.channel.send.DeliveryOutcome.Late;
import io.countersign.channel.send.DeliveryOutcome.Refused;
import io.countersign.channel.send.DeliveryOutcome.Unavailable;
import io.countersign.channel.send.DeliveryOutcome.Uncertain;
import io.countersign.channel.send.OutgoingMessage;
import io.countersign.events.FailureReason;
import io.countersign.events.content.Message.Confirmation;
import io.countersign.telegram.bot.Bot;
import io.countersign.telegram.bot.BotAnswer;
import io.countersign.telegram.bot.SendingTurns;
import io.countersign.telegram.text.Phrase;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Puts a question into a person's private chat with the bot.
 *
 * @see <a href="https://core.telegram.org/bots/api#sendmessage">sendMessage</a>
 */
public final class PromptSender implements ChannelSender {

    /** A person's chat id; those of groups are negative. */
    private static final Pattern CHAT = Pattern.compile("[1-9]\\d{0,17}");

    /** How much of a message's own time-out is left for Telegram. */
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final Bot bot;
    private final SendingTurns turns;
    private final Challenges store;
    private final OpenPrompts prompts;
    private final SecureRandom random;
    private final Floods floods = new Floods();

    /**
     * @param store tells the time by which deadlines are judged
     */
    public PromptSender(
            Bot bot,
            SendingTurns turns,
            Challenges store,
            OpenPrompts prompts,
            SecureRandom random) {
        this.bot = bot;
        this.turns = turns;
        this.store = store;
        this.prompts = prompts;
        this.random = random;
    }

    @Override
    public DeliveryOutcome send(OutgoingMessage message) {
        if (!(message.message() instanceof Confirmation confirmation)) {
            return new Refused(FailureReason.DESTINATION_INVALID, "not a question");
        }
        if (!CHAT.matcher(message.destination().value()).matches()) {
            return new Refused(FailureReason.DESTINATION_INVALID, "not a private chat");
        }
        Question question = Question.of(message, confirmation, Nonce.next(random));
        try {
            Instant deadline = store.now().plus(message.validity());
            if (!turns.await(question.chat(), message.timeout().minus(SHORTEST))) {
                return new Unavailable(Concerned.WORKER, "too many messages at once");
            }
            return message.window().over()
                    ? new Late()
                    : ask(question, deadline, message.timeout());
        } catch (StoreUnavailable e) {
            return new Unavailable(Concerned.WORKER, "the store does not answer");
        }
    }

    private DeliveryOutcome ask(Question question, Instant deadline, Duration timeout) {
        BotAnswer<Message> answer = bot.ask(question.asked(), timeout);
        if (!(answer instanceof BotAnswer.Done<Message>(Message sent)) || sent == null) {
            return SendOutcomes.of(answer, () -> floods.whom(question.chat()));
        }
        floods.over();
        int number = sent.getMessageId();
        try {
            prompts.opened(new Prompt(question, number, deadline, Phrase.QUESTION_CHOOSE));
            return new Accepted(Integer.toString(number));
        } catch (StoreUnavailable e) {
            // It could not be told whose buttons they are.
            var _ = bot.ask(question.edited(number, Phrase.QUESTION_WITHDRAWN), SHORTEST);
            return new Uncertain("the question was sent and could not be kept");
        }
    }
}
