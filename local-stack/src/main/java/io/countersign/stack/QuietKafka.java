package io.countersign.stack;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * Keeps the broker's hundreds of lines a start out of the log of the program that embeds it.
 *
 * <p>Works on Logback, whose level without any configuration is DEBUG; a level that was chosen for
 * these loggers stays.
 */
final class QuietKafka {

    private static final List<String> LOGGERS =
            List.of("kafka", "org.apache.kafka", "state.change.logger");

    private QuietKafka() {}

    static void logOnlyWarnings() {
        if (isLogback()) {
            OnLogback.logOnlyWarnings();
        }
    }

    private static boolean isLogback() {
        return LoggerFactory.getILoggerFactory().getClass().getName().startsWith("ch.qos.logback.");
    }

    /** Apart, because Logback need not be on the class path. */
    private static final class OnLogback {

        static void logOnlyWarnings() {
            LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
            for (String name : LOGGERS) {
                Logger logger = context.getLogger(name);
                if (logger.getLevel() == null) {
                    logger.setLevel(Level.WARN);
                }
            }
        }
    }
}
