package io.countersign.gateway.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.GatewayTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HealthTest extends GatewayTest {

    @Test
    void readinessTellsBrokerRedisAndDatabaseApart() {
        JsonNode components = health("/actuator/health/readiness").path("components");

        assertThat(components.propertyNames())
                .containsExactlyInAnyOrder("broker", "redis", "db", "workers", "readinessState");
        assertThat(components.valueStream())
                .allMatch(component -> component.path("status").asString().equals("UP"));
    }

    @Test
    void livenessLooksAtNothingThatANewProcessWouldNotMend() {
        JsonNode health = health("/actuator/health/liveness");

        assertThat(health.path("status").asString()).isEqualTo("UP");
        assertThat(health.toString()).doesNotContain("broker", "redis", "db");
    }

    @Test
    void nothingButHealthIsToldToEverybody() {
        assertThat(visitor().get("/actuator/metrics").statusCode()).isNotEqualTo(200);
        assertThat(visitor().get("/actuator/info").statusCode()).isNotEqualTo(200);
    }

    @Test
    void nobodyLearnsMoreThanThat() {
        assertThat(visitor().get("/actuator/health").body())
                .doesNotContain("jdbc", "PostgreSQL", "version", "path");
    }

    private JsonNode health(String path) {
        HttpResponse<String> response = visitor().get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        return JsonMapper.builder().build().readTree(response.body());
    }
}
