package io.countersign.simulator.chat;

import io.countersign.simulator.page.ClockTime;
import io.countersign.simulator.telegram.ChatMessage;
import io.countersign.simulator.telegram.ChatMessage.Press;
import io.countersign.simulator.telegram.wire.InlineKeyboard.Button;
import java.time.Instant;
import java.util.List;

/**
 * A message of a chat as the page shows it.
 *
 * @param spans the text in its parts, each with one look
 * @param pressed the data of the button that was pressed last; empty if none was
 * @param waiting whether the bot has yet to answer that press
 * @param answer what the bot said to it; empty if nothing
 */
record ChatEntry(
        long id,
        boolean fromBot,
        List<Span> spans,
        List<List<Button>> rows,
        Instant instant,
        String time,
        boolean edited,
        String pressed,
        boolean waiting,
        String answer) {

    static ChatEntry of(ChatMessage message) {
        Press press = message.press();
        ChatMessage.Answer answer = press == null ? null : press.answer();
        return new ChatEntry(
                message.id(),
                message.fromBot(),
                Span.of(message.body()),
                message.keyboard().inlineKeyboard(),
                message.sentAt(),
                ClockTime.of(message.sentAt()),
                message.editedAt() != null,
                press == null ? "" : press.data(),
                press != null && answer == null,
                answer == null ? "" : answer.text());
    }

    @Override
    public String toString() {
        return "ChatEntry[" + id + "]";
    }
}
