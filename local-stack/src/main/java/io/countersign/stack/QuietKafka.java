package io.countersign.stack;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.util.Set;
import org.slf4j.LoggerFactory;

/**
 * Keeps the broker's hundreds of lines a start out of the log of the program that embeds it.
 *
 * <p>Works on Logback, whose level without any configuration is DEBUG; a level that was chosen for
 * these loggers stays.
 */
final class QuietKafka {

    private static final Set<String> WARNINGS =
            Set.of("kafka", "org.apache.kafka", "state.change.logger");

    /** Warns of every start that it is one. */
    private static final Set<String> ERRORS = Set.of("org.apache.kafka.controller");

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
            WARNINGS.forEach(name -> limit(context.getLogger(name), Level.WARN));
            ERRORS.forEach(name -> limit(context.getLogger(name), Level.ERROR));
        }

        private static void limit(Logger logger, Level level) {
            if (logger.getLevel() == null) {
                logger.setLevel(level);
            }
        }
    }
}
