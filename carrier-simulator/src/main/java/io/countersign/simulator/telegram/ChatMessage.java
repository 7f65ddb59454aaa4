package io.countersign.simulator.telegram;

import io.countersign.simulator.telegram.wire.BotMessage;
import io.countersign.simulator.telegram.wire.InlineKeyboard;
import io.countersign.simulator.telegram.wire.MessageEntity;
import io.countersign.simulator.telegram.wire.PrivateChat;
import io.countersign.simulator.telegram.wire.User;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message in a chat. Prints nothing of its text.
 *
 * @param fromBot else it is the person's
 * @param editedAt null if it was never edited
 * @param press the latest press of one of its buttons, null if there was none
 */
public record ChatMessage(
        long id,
        boolean fromBot,
        Body body,
        InlineKeyboard keyboard,
        Instant sentAt,
        @Nullable Instant editedAt,
        @Nullable Press press) {

    /** A text and what its parts mean. */
    public record Body(String text, List<MessageEntity> entities) {

        public static Body plain(String text) {
            return new Body(text, List.of());
        }

        @Override
        public String toString() {
            return "Body[]";
        }
    }

    /**
     * A press of a button.
     *
     * @param query names it to the bot
     * @param answer what the bot has said to it, null until then
     */
    public record Press(String query, String data, @Nullable Answer answer) {

        @Override
        public String toString() {
            return "Press[" + query + "]";
        }
    }

    /**
     * What the bot says to a press, which only the person who pressed can see.
     *
     * @param text empty if it says nothing
     * @param alert whether it is to be confirmed, rather than to pass by
     */
    public record Answer(String text, boolean alert) {}

    public ChatMessage edited(Body newBody, InlineKeyboard newKeyboard, Instant now) {
        return new ChatMessage(id, fromBot, newBody, newKeyboard, sentAt, now, press);
    }

    /** As Telegram's Bot API shows it. */
    public BotMessage toWire(User from, PrivateChat chat) {
        return new BotMessage(
                id,
                from,
                chat,
                sentAt.getEpochSecond(),
                editedAt == null ? null : editedAt.getEpochSecond(),
                body.text(),
                body.entities().isEmpty() ? null : body.entities(),
                keyboard.empty() ? null : keyboard);
    }

    ChatMessage pressed(Press newPress) {
        return new ChatMessage(id, fromBot, body, keyboard, sentAt, editedAt, newPress);
    }

    @Override
    public String toString() {
        return "ChatMessage[" + id + "]";
    }
}
