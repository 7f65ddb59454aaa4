package io.countersign.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class ApiJsonTest {

    private enum Kind {
        FIRST
    }

    private record Inner(@Nullable String text) {}

    private record Body(
            @Nullable String text,
            @Nullable Kind kind,
            @Nullable UUID id,
            @Nullable Boolean flag,
            @Nullable Integer number,
            @Nullable Inner inner,
            @Nullable List<String> texts) {}

    private final JsonMapper json = mapper();

    @Test
    void whatIsOfItsKindIsRead() {
        Body body =
                json.readValue(
                        """
                        {"text": "\\ud83d\\udc22", "kind": "FIRST", "flag": true, "number": 7,
                         "id": "00000000-0000-0000-0000-000000000000", "inner": {"text": ""},
                         "texts": ["a"], "unknown": 1}
                        """,
                        Body.class);

        assertThat(body)
                .isEqualTo(
                        new Body(
                                "🐢",
                                Kind.FIRST,
                                new UUID(0, 0),
                                true,
                                7,
                                new Inner(""),
                                List.of("a")));
        assertThat(json.readValue("{\"text\": null}", Body.class).text()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\": 1}",
                "{\"text\": 1.5}",
                "{\"text\": true}",
                "{\"text\": [\"a\"]}",
                "{\"text\": []}",
                "{\"text\": {}}",
                "{\"text\": \"\\ud83d\"}",
                "{\"text\": \"\\udc22\\ud83d\"}",
                "{\"text\": \"a\\u0000\"}",
                "{\"texts\": [\"\\ud83d\"]}",
                "{\"texts\": \"a\"}",
                "{\"texts\": [1]}",
                "{\"texts\": \"\"}",
                "{\"inner\": {\"text\": \"\\ud83d\"}}",
                "{\"inner\": \"\"}",
                "{\"inner\": []}",
                "{\"inner\": \"a\"}",
                "{\"kind\": 0}",
                "{\"kind\": \"0\"}",
                "{\"kind\": \"\"}",
                "{\"kind\": \" \"}",
                "{\"kind\": \"first\"}",
                "{\"kind\": [\"FIRST\"]}",
                "{\"kind\": false}",
                "{\"id\": \"\"}",
                "{\"id\": 1}",
                "{\"id\": []}",
                "{\"flag\": \"true\"}",
                "{\"flag\": 1}",
                "{\"flag\": 0}",
                "{\"flag\": \"\"}",
                "{\"number\": 1.0}",
                "{\"number\": \"1\"}",
                "{\"number\": \"\"}",
                "{\"number\": true}",
                "{\"number\": 99999999999}",
                "{\"text\": \"a\", \"text\": \"b\"}",
                "{} {}",
                "{}]",
                "[]",
                "\"\"",
                "1"
            })
    @Tag("SECURITY-36")
    void whatIsOfAnotherKindIsRefused(String body) {
        assertThatThrownBy(() -> json.readValue(body, Body.class))
                .isInstanceOf(JacksonException.class);
    }

    private static JsonMapper mapper() {
        JsonMapper.Builder builder =
                JsonMapper.builder()
                        .disable(
                                tools.jackson.databind.DeserializationFeature
                                        .FAIL_ON_UNKNOWN_PROPERTIES);
        new ApiJson().nothingIsCoerced().customize(builder);
        return builder.build();
    }
}
