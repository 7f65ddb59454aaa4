package io.countersign.telegram.update;

import io.countersign.telegram.bot.Answer;
import io.countersign.telegram.bot.Answer.NotAnswered;
import io.countersign.telegram.bot.Answer.NotAsked;
import io.countersign.telegram.bot.Answer.Rejected;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether this worker hears what people do, where it is the one that should. */
final class Hearing {

    private static final Logger LOG = LoggerFactory.getLogger(Hearing.class);

    private volatile String trouble = "";

    /** What was wrong the last time; empty while nothing is. */
    String trouble() {
        return trouble;
    }

    /** Takes note of an answer; says so once when something begins or ends to be wrong. */
    void heard(Answer<?> answer) {
        String now =
                switch (answer) {
                    case Answer.Done<?> _ -> "";
                    case NotAsked<?>(String detail) -> detail;
                    case NotAnswered<?>(String detail) -> detail;
                    case Rejected<?> rejected -> meaning(rejected.code());
                };
        if (!now.equals(trouble)) {
            LOG.warn("Hearing from Telegram: {}", now.isEmpty() ? "well again" : now);
        }
        trouble = now;
    }

    private static String meaning(int code) {
        return switch (code) {
            case 401, 404 -> "status=" + code + " wrong bot token";
            case 409 -> "status=409 another program uses the same bot token";
            default -> "status=" + code;
        };
    }
}
