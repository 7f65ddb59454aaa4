package io.countersign.events.seal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.countersign.events.content.StepContent;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON form of what is sealed. */
final class ContentJson {

    private final JsonMapper json =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .changeDefaultPropertyInclusion(
                            i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    byte[] write(StepContent content) {
        return json.writeValueAsBytes(content);
    }

    StepContent read(byte[] clear) {
        return json.readValue(clear, StepContent.class);
    }
}
