package io.countersign.simulator;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is remembered, all of it in memory only; the oldest is forgotten first. With the
 * defaults a heap of 96 MB is enough.
 *
 * @param messagesPerNumber messages kept for one phone number
 * @param messages messages kept in all
 * @param requests provider requests kept in the log
 */
@ConfigurationProperties("simulator.keep")
public record KeepSettings(
        @DefaultValue("200") int messagesPerNumber,
        @DefaultValue("10000") int messages,
        @DefaultValue("30000") int requests) {

    public KeepSettings {
        requirePositive("simulator.keep.messages-per-number", messagesPerNumber);
        requirePositive("simulator.keep.messages", messages);
        requirePositive("simulator.keep.requests", requests);
    }

    private static void requirePositive(String key, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(key + " must be at least 1, but is " + value);
        }
    }
}
