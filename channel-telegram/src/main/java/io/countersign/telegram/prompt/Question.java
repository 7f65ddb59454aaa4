package io.countersign.telegram.prompt;

import io.countersign.channel.send.OutgoingMessage;
import io.countersign.events.content.Fact;
import io.countersign.events.content.Message.Confirmation;
import io.countersign.events.id.ChallengeId;
import io.countersign.events.id.DeliveryId;
import io.countersign.telegram.bot.TextMessage;
import io.countersign.telegram.text.Phrase;
import io.countersign.telegram.text.Phrases;
import io.countersign.telegram.text.QuestionText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/**
 * What a person is asked.
 *
 * @param delivery that carries it
 * @param chat the private chat with the person, whose id is the person's too
 * @param nonce on its buttons and nowhere else
 * @param numbers to choose from, in the order to show them
 * @param facts about the attempt
 * @param language of the person, an IETF tag
 */
public record Question(
        DeliveryId delivery,
        long chat,
        Nonce nonce,
        List<Integer> numbers,
        Map<Fact, String> facts,
        String language) {

    public Question {
        numbers = List.copyOf(numbers);
        facts = Map.copyOf(facts);
    }

    static Question of(OutgoingMessage message, Confirmation confirmation, Nonce nonce) {
        return new Question(
                message.delivery(),
                Long.parseLong(message.destination().value()),
                nonce,
                confirmation.numbers(),
                confirmation.facts(),
                message.locale().toLanguageTag());
    }

    /**
     * What the question is about.
     *
     * @throws IllegalStateException when it is a notice, which asks nothing
     */
    public ChallengeId challenge() {
        if (delivery.subject() instanceof ChallengeId challenge) {
            return challenge;
        }
        throw new IllegalStateException("a question belongs to a challenge");
    }

    public Locale locale() {
        return Locale.forLanguageTag(language);
    }

    /** The question with its buttons. */
    TextMessage asked() {
        return new TextMessage(chat, text(Phrase.QUESTION_CHOOSE), buttons());
    }

    /** Removes the buttons and changes the last line. */
    public EditMessageText edited(int message, Phrase line, Object... arguments) {
        return EditMessageText.builder()
                .chatId(chat)
                .messageId(message)
                .text(text(line, arguments))
                .linkPreviewOptions(TextMessage.NO_PREVIEW)
                .build();
    }

    private String text(Phrase line, Object... arguments) {
        return QuestionText.write(facts, Phrases.say(line, locale(), arguments), locale());
    }

    private InlineKeyboardMarkup buttons() {
        InlineKeyboardRow choice =
                new InlineKeyboardRow(
                        numbers.stream().map(number -> button("" + number, number)).toList());
        InlineKeyboardRow refusal =
                new InlineKeyboardRow(button(Phrases.say(Phrase.QUESTION_REFUSE, locale()), null));
        return new InlineKeyboardMarkup(List.of(choice, refusal));
    }

    private InlineKeyboardButton button(String label, @Nullable Integer chosen) {
        return InlineKeyboardButton.builder()
                .text(label)
                .callbackData(new PromptButton(delivery, nonce, chosen).data())
                .build();
    }

    /** Does not print the recipient or the question. */
    @Override
    public String toString() {
        return "Question[" + delivery + "]";
    }
}
