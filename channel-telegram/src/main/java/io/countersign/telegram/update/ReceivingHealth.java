package io.countersign.telegram.update;

import io.countersign.telegram.bot.BotAnswer;
import io.countersign.telegram.bot.BotAnswer.NotAnswered;
import io.countersign.telegram.bot.BotAnswer.NotAsked;
import io.countersign.telegram.bot.BotAnswer.Rejected;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether this worker learns what people do, if it is the one that should. */
final class ReceivingHealth {

    private static final Logger LOG = LoggerFactory.getLogger(ReceivingHealth.class);

    private volatile String trouble = "";

    /** The latest trouble; empty while there is none. */
    String trouble() {
        return trouble;
    }

    /** Takes note of an answer; logs once when trouble begins, and once when it ends. */
    void heard(BotAnswer<?> answer) {
        String now =
                switch (answer) {
                    case BotAnswer.Done<?> _ -> "";
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
