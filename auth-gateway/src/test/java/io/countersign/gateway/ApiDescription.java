package io.countersign.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API as it describes itself, and whether what it answers is like that. */
public final class ApiDescription {

    private static final String ADDRESS = "https://api.test/openapi.json";
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final JsonNode DOCUMENT = read();
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    registry -> registry.schemas(Map.of(ADDRESS, DOCUMENT.toString())));

    private ApiDescription() {}

    public static JsonNode document() {
        return DOCUMENT;
    }

    /** Each as {@code GET /path/{id}}. */
    public static Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        DOCUMENT.path("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .propertyStream()
                                        .map(Map.Entry::getKey)
                                        .filter(METHODS::contains)
                                        .forEach(
                                                method ->
                                                        operations.add(
                                                                method.toUpperCase(Locale.ROOT)
                                                                        + " "
                                                                        + path.getKey())));
        return operations;
    }

    /** Fails where the answer is not as described. */
    static void check(String method, String path, HttpResponse<String> response) {
        Optional<String> described = described(path);
        if (described.isEmpty()) {
            return;
        }
        String responses =
                "/paths/"
                        + escaped(described.get())
                        + "/"
                        + method.toLowerCase(Locale.ROOT)
                        + "/responses/";
        String status = Integer.toString(response.statusCode());
        boolean named = !DOCUMENT.at(responses + status).isMissingNode();
        assertThat(named || response.statusCode() >= 400)
                .as("%s %s may answer %s", method, path, status)
                .isTrue();
        String pointer = named ? responses + status : "/components/responses/Problem";
        check(pointer, response);
    }

    private static void check(String pointer, HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
        JsonNode content = DOCUMENT.at(pointer).path("content");
        if (content.isMissingNode()) {
            assertThat(response.body()).as("body of %s", pointer).isEmpty();
            return;
        }
        assertThat(content.propertyNames()).as("types of %s", pointer).contains(type);
        if (type.endsWith("json")) {
            Schema schema =
                    SCHEMAS.getSchema(
                            SchemaLocation.of(
                                    ADDRESS
                                            + "#"
                                            + pointer
                                            + "/content/"
                                            + escaped(type)
                                            + "/schema"));
            assertThat(
                            schema.validate(
                                    response.body(),
                                    InputFormat.JSON,
                                    run ->
                                            run.executionConfig(
                                                    config ->
                                                            config.formatAssertionsEnabled(true))))
                    .as("%s against %s", response.body(), pointer)
                    .isEmpty();
        }
    }

    /** A path without parameters goes before one with, as OpenAPI says. */
    private static Optional<String> described(String path) {
        String plain = path.split("\\?", 2)[0];
        return DOCUMENT.path("paths").propertyNames().stream()
                .filter(template -> plain.matches(template.replaceAll("\\{[^}]+}", "[^/]+")))
                .min(Comparator.comparing(template -> template.contains("{")));
    }

    private static String escaped(String part) {
        return part.replace("~", "~0").replace("/", "~1");
    }

    private static JsonNode read() {
        try (InputStream yaml =
                Objects.requireNonNull(
                        ApiDescription.class.getResourceAsStream("api/openapi.yaml"))) {
            Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
            return JsonMapper.builder().build().valueToTree(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
