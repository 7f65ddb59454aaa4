package io.countersign.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.ApiClient;
import io.countersign.gateway.ApiDescription;
import io.countersign.gateway.GatewayTest;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

class ApiDescriptionTest extends GatewayTest {

    @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void everyMappingIsDescribedAndNothingElseIs() {
        Set<String> mapped =
                requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                        .flatMap(ApiDescriptionTest::operations)
                        .filter(operation -> operation.contains(" /api/"))
                        .collect(Collectors.toSet());

        assertThat(ApiDescription.operations()).containsExactlyInAnyOrderElementsOf(mapped);
    }

    @Test
    void theDocumentIsServedToEverybody() {
        ApiClient.Answer served = client().get("/api/v1/openapi.json");

        assertThat(served.status()).isEqualTo(200);
        assertThat(served.body()).isEqualTo(ApiDescription.document());
        assertThat(served.text("openapi")).startsWith("3.1");
    }

    @Test
    void everyProblemThatTheDescriptionNamesExists() {
        Set<String> known =
                Stream.of(ProblemType.values())
                        .map(type -> type.uri().getPath().replace("/problems/", ""))
                        .collect(Collectors.toSet());

        assertThat(
                        ApiDescription.document().findValues("description").stream()
                                .map(JsonNode::asString)
                                .filter(text -> text.contains("Problems: "))
                                .flatMap(
                                        text ->
                                                Stream.of(
                                                        text.replaceAll("(?s).*Problems: ", "")
                                                                .split("[,.\\s]+"))))
                .isNotEmpty()
                .isSubsetOf(known);
    }

    private static Stream<String> operations(RequestMappingInfo info) {
        return Objects.requireNonNull(info.getPathPatternsCondition()).getPatternValues().stream()
                .flatMap(
                        path ->
                                info.getMethodsCondition().getMethods().stream()
                                        .map(method -> method + " " + path));
    }
}
