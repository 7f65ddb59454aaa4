package io.countersign.telegram.bot;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * Asks for what people did, and acknowledges what was told before. The library's own {@code
 * GetUpdates} reads all updates or none.
 *
 * @see <a href="https://core.telegram.org/bots/api#getupdates">getUpdates</a>
 */
public final class NextUpdates extends BotApiMethod<ArrayNode> {

    private final int offset;
    private final int timeout;
    private final List<String> kinds;

    /**
     * @param offset the first that is not acknowledged; 0 for all there are
     * @param longPoll how long Telegram may wait for something to happen
     * @param kinds which kinds of update to get
     */
    public NextUpdates(int offset, Duration longPoll, List<String> kinds) {
        this.offset = offset;
        this.timeout = (int) longPoll.toSeconds();
        this.kinds = List.copyOf(kinds);
    }

    @JsonProperty("offset")
    public int offset() {
        return offset;
    }

    @JsonProperty("timeout")
    public int timeout() {
        return timeout;
    }

    @JsonProperty("allowed_updates")
    public List<String> kinds() {
        return kinds;
    }

    @Override
    public String getMethod() {
        return "getUpdates";
    }

    @Override
    public @Nullable ArrayNode deserializeResponse(String answer)
            throws TelegramApiRequestException {
        return deserializeResponse(answer, ArrayNode.class);
    }
}
