package io.countersign.simulator.telegram.bot;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The arguments of a bot's request, which may stand in the query, in a form, or in JSON; a nested
 * argument in a form is JSON itself. Prints none of them.
 */
public record Arguments(ObjectNode values, JsonMapper json) {

    static Arguments of(HttpServletRequest request, JsonMapper json) throws IOException {
        ObjectNode values = json.createObjectNode();
        request.getParameterMap().forEach((name, given) -> values.put(name, given[0]));
        String type = request.getContentType();
        if (type != null && MediaType.APPLICATION_JSON.includes(MediaType.parseMediaType(type))) {
            if (json.readTree(request.getInputStream()) instanceof ObjectNode body) {
                values.setAll(body);
            }
        }
        return new Arguments(values, json);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name))
                .filter(JsonNode::isValueNode)
                .map(value -> value.asString(""));
    }

    public long number(String name, long otherwise) {
        return text(name)
                .filter(text -> text.matches("-?\\d{1,18}"))
                .map(Long::parseLong)
                .orElse(otherwise);
    }

    public boolean flag(String name) {
        return text(name)
                .map(text -> text.equalsIgnoreCase("true") || text.equals("1"))
                .orElse(false);
    }

    /** An argument with a structure of its own; null if it is missing or not readable. */
    @Nullable JsonNode structure(String name) {
        JsonNode value = values.get(name);
        if (value == null || !value.isString()) {
            return value;
        }
        try {
            return json.readTree(value.asString());
        } catch (JacksonException unreadable) {
            return null;
        }
    }

    /** An array of words; empty if it is missing. */
    public Optional<Set<String>> words(String name) {
        return Optional.ofNullable(structure(name))
                .filter(JsonNode::isArray)
                .map(
                        array ->
                                array.valueStream()
                                        .map(word -> word.asString(""))
                                        .collect(Collectors.toSet()));
    }

    @Override
    public String toString() {
        return "Arguments" + values.propertyNames();
    }
}
