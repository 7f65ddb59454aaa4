package io.countersign.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.countersign.broker.Topic;
import io.countersign.channel.kit.RunningWorker;
import io.countersign.channel.kit.Surroundings;
import io.countersign.events.Channel;
import io.countersign.events.DeliveryRequested;
import io.countersign.events.EventTopics;
import io.countersign.events.Progress;
import io.countersign.events.id.DeliveryId;
import io.countersign.twilio.TwilioStandIn.Seen;
import io.countersign.twilio.TwilioStandIn.Treatment;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the whole worker of a channel does that Twilio carries, on real Kafka and Redis. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class TwilioWorkerContract {

    protected final Surroundings around;
    protected final TwilioStandIn twilio = new TwilioStandIn();
    protected RunningWorker worker;

    protected TwilioWorkerContract(Channel channel) {
        around = new Surroundings(channel);
    }

    /** Starts the worker between these surroundings and this Twilio. */
    protected abstract RunningWorker startWorker(Path keys);

    /** How Twilio takes what the worker sends. */
    protected abstract Treatment takes();

    /** A request as the gateway makes it for this channel. */
    protected abstract DeliveryRequested request();

    /** What the worker gives to Twilio as its own address, without the path. */
    protected abstract String callbacks();

    /** On which path it is told of a delivery. */
    protected abstract String path(DeliveryId id);

    @BeforeAll
    void start(@TempDir Path keys) {
        Topic requests = around.requests();
        around.hear(requests, new Topic(EventTopics.REPORTED), requests.deadLetters());
        worker = startWorker(keys);
    }

    @BeforeEach
    void behave() {
        twilio.treats(takes());
    }

    @AfterAll
    void stop() {
        worker.close();
        twilio.close();
        around.close();
    }

    @Test
    @Tag("RELIABILITY-7")
    void the_same_event_ten_times_at_once_is_sent_once() {
        DeliveryRequested request = request();
        DeliveryId id = request.delivery(1);
        for (int i = 0; i < 10; i++) {
            around.publish(request);
        }

        await().until(
                        () ->
                                around.reports(id).stream().filter(Progress.SENT::equals).count()
                                        >= 10);
        assertThat(requests(id)).hasSize(1);
    }

    @Test
    void nothing_but_health_is_told_to_everybody() {
        assertThat(worker.get("/actuator/metrics").statusCode()).isEqualTo(404);
        assertThat(worker.get("/actuator/info").statusCode()).isEqualTo(404);
    }

    /** What Twilio was asked for a delivery. */
    protected final List<Seen> requests(DeliveryId id) {
        return twilio.seen().stream()
                .filter(request -> request.form().containsValue(callbacks() + path(id)))
                .toList();
    }

    /** Twilio calls the worker. */
    protected final HttpResponse<String> post(DeliveryId id, TwilioCallback callback) {
        return post(path(id), callback.form(), callback.signature(TwilioStandIn.TOKEN));
    }

    /** Anybody does. */
    protected final HttpResponse<String> post(String path, String form, String signature) {
        return worker.postForm(path, form, "X-Twilio-Signature", signature);
    }
}
