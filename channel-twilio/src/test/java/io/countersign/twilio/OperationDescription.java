package io.countersign.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Twilio's published OpenAPI description says about one operation. */
public record OperationDescription(JsonNode operation) {

    /**
     * Reads an excerpt of the description.
     *
     * @param resource on the class path
     */
    public static OperationDescription read(String resource) {
        try (var in = OperationDescription.class.getResourceAsStream(resource)) {
            return new OperationDescription(new JsonMapper().readTree(Objects.requireNonNull(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails unless the request is one that the description allows. */
    public void assertAccepts(TwilioStandIn.Seen request) {
        assertThat(request.path()).matches(operation.path("path").asString());
        JsonNode schema = operation.path("schema");
        schema.path("required")
                .forEach(name -> assertThat(request.form()).containsKey(name.asString()));
        operation
                .path("oneOf")
                .forEach(
                        group ->
                                assertThat(group)
                                        .anyMatch(
                                                name ->
                                                        request.form()
                                                                .containsKey(name.asString())));
        request.form().forEach((name, value) -> assertFits(schema, name, value));
    }

    private static void assertFits(JsonNode schema, String name, String value) {
        @Nullable JsonNode property = schema.path("properties").get(name);
        assertThat(property).as("parameter " + name).isNotNull();
        Map<String, Runnable> checks =
                Map.of(
                        "integer", () -> assertThat(value).matches("-?\\d+"),
                        "boolean", () -> assertThat(value).isIn("true", "false"),
                        "array", () -> assertThat(value).isNotBlank(),
                        "string", () -> assertString(property, value));
        Objects.requireNonNull(checks.get(property.path("type").asString())).run();
    }

    private static void assertString(JsonNode property, String value) {
        if (property.has("pattern")) {
            assertThat(value).matches(property.path("pattern").asString());
        }
        if (property.has("enum")) {
            assertThat(property.path("enum")).anyMatch(one -> one.asString().equals(value));
        }
        if (property.path("format").asString("").equals("uri")) {
            assertThat(URI.create(value).isAbsolute()).isTrue();
        }
    }
}
