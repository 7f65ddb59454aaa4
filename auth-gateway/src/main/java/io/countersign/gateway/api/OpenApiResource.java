package io.countersign.gateway.api;

import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/**
 * Describes the API; written by hand in {@code openapi.yaml}, and compared with the code by tests.
 */
@RestController
class OpenApiResource {

    private final String document;

    OpenApiResource(JsonMapper json) {
        try (InputStream yaml =
                Objects.requireNonNull(OpenApiResource.class.getResourceAsStream("openapi.yaml"))) {
            Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
            document = json.writeValueAsString(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @OpenTo(Access.EVERYBODY)
    @GetMapping(path = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    String openApi() {
        return document;
    }
}
