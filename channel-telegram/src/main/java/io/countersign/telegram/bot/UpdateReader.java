package io.countersign.telegram.bot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Reads each update on its own: a kind that Telegram adds one day and we do not understand must not
 * hold up the others.
 */
public final class UpdateReader {

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private UpdateReader() {}

    /**
     * An update that cannot be understood has only its number; empty for anything that is not an
     * update.
     */
    public static Optional<Update> read(byte[] json) {
        try {
            return Optional.ofNullable(JSON.readTree(json)).flatMap(UpdateReader::read);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Those of an array. */
    public static List<Update> readAll(JsonNode updates) {
        return StreamSupport.stream(updates.spliterator(), false)
                .map(UpdateReader::read)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Update> read(JsonNode json) {
        if (!json.path("update_id").isInt()) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.treeToValue(json, Update.class));
        } catch (JsonProcessingException e) {
            Update unknown = new Update();
            unknown.setUpdateId(json.path("update_id").intValue());
            return Optional.of(unknown);
        }
    }
}
