package io.countersign.broker;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A named stream of events, shared out among the subscribers of each group.
 *
 * @param name up to 200 of {@code a-z A-Z 0-9 . _ -}
 * @param retention how long the broker keeps an event, taken or not; counts when the topic is
 *     created
 */
public record Topic(String name, Duration retention) {

    /** No one wants a message that has not been delivered an hour after it was asked for. */
    private static final Duration SHORT = Duration.ofHours(1);

    /** Someone has to look at a dead letter, and may be on holiday. */
    private static final Duration LONG = Duration.ofDays(14);

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9._-]{1,200}");

    public Topic {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a topic name: '" + name + "'");
        }
        if (!retention.isPositive()) {
            throw new IllegalArgumentException("Topic " + name + " keeps nothing: " + retention);
        }
    }

    public Topic(String name) {
        this(name, SHORT);
    }

    /** Where this topic's dead letters go: {@code <name>.dead}, kept for two weeks. */
    public Topic deadLetters() {
        return new Topic(name + ".dead", LONG);
    }
}
