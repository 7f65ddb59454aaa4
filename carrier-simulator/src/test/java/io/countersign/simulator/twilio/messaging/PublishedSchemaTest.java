package io.countersign.simulator.twilio.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.countersign.simulator.RunningSimulator;
import io.countersign.simulator.Simulator;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks answers against what Twilio publishes of its message resource. */
@RunningSimulator
class PublishedSchemaTest {

    private final Simulator simulator;
    private final Schema schema = messageSchema();

    PublishedSchemaTest(@LocalServerPort int port) {
        simulator = new Simulator(port);
    }

    @Test
    void a_message_fits_when_it_is_created_and_when_it_is_delivered() {
        JsonNode created =
                simulator.json(simulator.create(Simulator.freshNumber(), "Grüße 👍 \"quoted\""));
        assertThat(schema.validate(created)).isEmpty();

        await().untilAsserted(
                        () ->
                                assertThat(fetched(created).get("status").asString())
                                        .isEqualTo("delivered"));
        assertThat(schema.validate(fetched(created))).isEmpty();
    }

    @Test
    void an_undelivered_message_fits_and_tells_its_error() {
        String to = Simulator.freshNumber();
        simulator.arm(to, "{\"kind\": \"undelivered\", \"code\": 30003}");
        JsonNode created = simulator.json(simulator.create(to, "Hello"));

        await().untilAsserted(
                        () ->
                                assertThat(fetched(created).get("error_code").asInt(0))
                                        .isEqualTo(30003));
        assertThat(schema.validate(fetched(created))).isEmpty();
    }

    @Test
    void a_message_of_a_messaging_service_fits() {
        JsonNode created =
                simulator.json(
                        simulator.create(
                                Map.of(
                                        "To",
                                        Simulator.freshNumber(),
                                        "MessagingServiceSid",
                                        "MG0123456789abcdef0123456789abcdef",
                                        "Body",
                                        "Hello")));

        assertThat(schema.validate(created)).isEmpty();
    }

    private JsonNode fetched(JsonNode message) {
        String sid = message.get("sid").asString();
        return simulator.json(simulator.fetch("/Messages/" + sid + ".json"));
    }

    private static Schema messageSchema() {
        InputStream resource =
                Objects.requireNonNull(
                        PublishedSchemaTest.class.getResourceAsStream(
                                "/twilio/message.schema.json"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(new JsonMapper().readTree(resource));
    }
}
