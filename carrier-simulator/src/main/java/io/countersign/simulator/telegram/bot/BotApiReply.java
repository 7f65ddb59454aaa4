package io.countersign.simulator.telegram.bot;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.countersign.simulator.faults.ConnectionCut;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * How Telegram answers a request of a bot.
 *
 * @see <a href="https://core.telegram.org/bots/api#making-requests">Making requests</a>
 */
public sealed interface BotApiReply {

    /**
     * The request was carried out.
     *
     * @param description what was done, null if the result says it
     */
    record Done(Object result, @Nullable String description) implements BotApiReply {}

    /**
     * The request was not carried out.
     *
     * @param retryAfter in seconds, null if it is not said when to try again
     */
    record Failed(int code, String description, @Nullable Integer retryAfter)
            implements BotApiReply {}

    /** The connection is closed without an answer. */
    record Cut() implements BotApiReply {}

    static BotApiReply done(Object result) {
        return new Done(result, null);
    }

    static BotApiReply failed(int code, String description) {
        return new Failed(code, description, null);
    }

    static BotApiReply badRequest(String reason) {
        return failed(400, "Bad Request: " + reason);
    }

    /** Returns null where there is to be no answer. */
    default @Nullable ResponseEntity<Envelope> to(HttpServletRequest request) {
        return switch (this) {
            case Done(Object result, String description) ->
                    ResponseEntity.ok(new Envelope(true, result, null, description, null));
            case Failed(int code, String description, Integer retryAfter) ->
                    ResponseEntity.status(code)
                            .body(
                                    new Envelope(
                                            false,
                                            null,
                                            code,
                                            description,
                                            retryAfter == null
                                                    ? null
                                                    : new Parameters(retryAfter)));
            case Cut() -> {
                ConnectionCut.insteadOfAnswering(request);
                yield null;
            }
        };
    }

    /** The JSON around every answer. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Envelope(
            boolean ok,
            @Nullable Object result,
            @JsonProperty("error_code") @Nullable Integer errorCode,
            @Nullable String description,
            @Nullable Parameters parameters) {}

    /** What may help to repeat a request with success. */
    record Parameters(@JsonProperty("retry_after") int retryAfter) {}
}
