package io.countersign.engine.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.countersign.events.Channel;
import io.countersign.gateway.ApiClient;
import io.countersign.gateway.FakeHeartbeats;
import io.countersign.gateway.GatewayTest;
import io.countersign.gateway.Visitor;
import io.countersign.gateway.web.Carrier;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("RELIABILITY-28")
class NoWorkerTest extends GatewayTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired private FakeHeartbeats heartbeats;
    @Autowired private MeterRegistry meters;
    @Autowired private Carrier carrier;

    @AfterEach
    void startAll() {
        heartbeats.startAll();
    }

    @Test
    void theOpenPageSaysThatTheChannelDoesNotWorkAndOffersAnotherWay() {
        Person person = person();
        linkTelegram(person);
        Visitor visitor = visitor();
        visitor.signIn(person.email(), PASSWORD);
        assertThat(status(visitor)).doesNotContain("not working");

        heartbeats.end(Channel.TELEGRAM);

        assertThat(status(visitor))
                .startsWith("Our Telegram service is not working at the moment.")
                .contains("Use another way");
        assertThat(visitor.get("/challenge").body())
                .contains("Our Telegram service is not working at the moment.")
                .contains("method=sms");
    }

    @Test
    void thePageSaysSoNoMoreOnceAWorkerHasTakenIt() {
        Person person = person();
        Visitor visitor = visitor();
        visitor.signIn(person.email(), PASSWORD);
        heartbeats.end(Channel.SMS);
        assertThat(status(visitor)).contains("not working");

        carrier.claims(person.account());

        assertThat(status(visitor)).doesNotContain("not working");
    }

    @Test
    void theApiSaysSo() {
        ApiClient client = client();
        Person person = person();
        client.signIn(person.email(), PASSWORD);
        assertThat(delivery(client).path("noWorker").asBoolean()).isFalse();

        heartbeats.end(Channel.SMS);

        assertThat(delivery(client).path("noWorker").asBoolean()).isTrue();
        assertThat(delivery(client).path("progress").asString()).isEqualTo("QUEUED");
    }

    @Test
    void anotherMethodIsBegunAndTheOneThatDoesNotWorkIsStillOffered() {
        Person person = person();
        linkTelegram(person);
        heartbeats.end(Channel.TELEGRAM);

        ApiClient client = client();
        client.signIn(person.email(), PASSWORD);

        JsonNode methods = client.get("/api/v1/challenge").body().path("methods");
        assertThat(delivery(client).path("method").asString()).isEqualTo("SMS");
        assertThat(methods.path(0).path("method").asString()).isEqualTo("SMS");
        assertThat(methods.valueStream().map(one -> one.path("method").asString()))
                .contains("TELEGRAM");
    }

    @Test
    void theOnlyMethodIsBegunAllTheSame() {
        heartbeats.end(Channel.SMS);
        Person person = person();

        ApiClient client = client();
        client.signIn(person.email(), PASSWORD);

        assertThat(delivery(client).path("method").asString()).isEqualTo("SMS");
        assertThat(inbox.code(person.phone(), 1)).isNotEmpty();
    }

    @Test
    void readinessAndMetricsSaySoAndTheGatewayStaysReady() {
        assertThat(health().at("/components/sms/status").asString()).isEqualTo("UP");

        heartbeats.end(Channel.SMS);

        assertThat(health().at("/components/sms/status").asString()).isEqualTo("NO_WORKER");
        assertThat(health().at("/components/voice/status").asString()).isEqualTo("UP");
        await().until(() -> workers("sms") == 0);
        assertThat(workers("voice")).isEqualTo(1);
    }

    private double workers(String channel) {
        return meters.get("countersign.channel.workers").tag("channel", channel).gauge().value();
    }

    private JsonNode health() {
        HttpResponse<String> response = visitor().get("/actuator/health/readiness");
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode readiness = JSON.readTree(response.body());
        assertThat(readiness.path("status").asString()).isEqualTo("UP");
        return readiness.at("/components/workers");
    }

    private static JsonNode delivery(ApiClient client) {
        return client.get("/api/v1/challenge").body().at("/status/delivery");
    }

    private static String status(Visitor visitor) {
        return JSON.readTree(visitor.get("/challenge/status").body()).path("status").asString();
    }
}
