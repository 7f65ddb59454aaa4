package io.countersign.simulator.twilio.messaging;

import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** One page of messages as Twilio shows it; addresses are relative to the API's host. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record MessagePage(
        List<MessageResource> messages,
        int start,
        int end,
        int page,
        int pageSize,
        String uri,
        String firstPageUri,
        @Nullable String nextPageUri,
        @Nullable String previousPageUri) {

    /**
     * @param all the messages that match, in the order in which they are shown
     * @param uri gives the address of the page with a number
     */
    static MessagePage of(List<MessageResource> all, int page, int size, IntFunction<String> uri) {
        int start = Math.min(Math.multiplyExact(page, size), all.size());
        int end = Math.min(start + size, all.size());
        return new MessagePage(
                all.subList(start, end),
                start,
                Math.max(end - 1, 0),
                page,
                size,
                uri.apply(page),
                uri.apply(0),
                end < all.size() ? uri.apply(page + 1) : null,
                page > 0 ? uri.apply(page - 1) : null);
    }
}
