package io.countersign.simulator.telegram.bot;

import io.countersign.simulator.telegram.ChatMessage.Answer;
import io.countersign.simulator.telegram.People;
import org.springframework.stereotype.Component;

/** Answers the press of a button. */
@Component
final class AnswerCallbackQuery implements BotApiMethod {

    private static final int LONGEST = 200;

    private final People people;

    AnswerCallbackQuery(People people) {
        this.people = people;
    }

    @Override
    public String name() {
        return "answerCallbackQuery";
    }

    @Override
    public BotApiReply call(Arguments arguments) {
        String text = arguments.text("text").orElse("");
        if (text.length() > LONGEST) {
            return BotApiReply.badRequest("MESSAGE_TOO_LONG");
        }
        String query = arguments.text("callback_query_id").orElse("");
        return people.answer(query, new Answer(text, arguments.flag("show_alert")))
                ? BotApiReply.done(true)
                : BotApiReply.badRequest(
                        "query is too old and response timeout expired or query ID is invalid");
    }
}
