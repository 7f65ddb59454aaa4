package io.countersign.simulator.requests;

import org.jspecify.annotations.Nullable;

/**
 * What a request asked for, exactly as it was written; prints nothing of it.
 *
 * @param operation what it asked to do: {@code Messages} or {@code Calls} of Twilio, a method of
 *     Telegram's bots such as {@code sendMessage}, or {@code mail}
 */
public record Asked(
        String operation,
        @Nullable String to,
        @Nullable String from,
        @Nullable String body,
        @Nullable String statusCallback) {

    @Override
    public String toString() {
        return "Asked[]";
    }
}
