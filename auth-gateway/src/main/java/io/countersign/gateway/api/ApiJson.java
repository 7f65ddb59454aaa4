package io.countersign.gateway.api;

import java.util.List;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.module.SimpleModule;

@Configuration
class ApiJson {

    private static final List<CoercionInputShape> SHAPES =
            List.of(
                    CoercionInputShape.Integer,
                    CoercionInputShape.Float,
                    CoercionInputShape.Boolean,
                    CoercionInputShape.String,
                    CoercionInputShape.EmptyString,
                    CoercionInputShape.EmptyArray,
                    CoercionInputShape.EmptyObject);

    /**
     * Converts nothing: a code sent as a number would lose its leading zeros, and a number for an
     * enum would pick whichever constant has that position.
     */
    @Bean
    JsonMapperBuilderCustomizer nothingIsCoerced() {
        return json ->
                json.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .withCoercionConfigDefaults(ApiJson::refuseAll)
                        .addModule(
                                new SimpleModule().addDeserializer(String.class, new WholeText()));
    }

    private static void refuseAll(MutableCoercionConfig coercions) {
        SHAPES.forEach(shape -> coercions.setCoercion(shape, CoercionAction.Fail));
    }
}
