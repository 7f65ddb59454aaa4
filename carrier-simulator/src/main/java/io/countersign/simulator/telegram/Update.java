package io.countersign.simulator.telegram;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Set;

/**
 * Something that has happened, as the bot is told about it.
 *
 * @param content one entry: the kind of the update and its object
 */
public record Update(
        @JsonProperty("update_id") long id, @JsonAnyGetter Map<String, Object> content) {

    boolean isOneOf(Set<String> kinds) {
        return content.keySet().stream().anyMatch(kinds::contains);
    }

    @Override
    public String toString() {
        return "Update[" + id + ", " + content.keySet() + "]";
    }
}
