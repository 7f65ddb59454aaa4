package io.countersign.sms;

import io.countersign.channel.kit.TestGateway;
import io.countersign.delivery.Deliveries;
import io.countersign.delivery.Delivery;
import io.countersign.events.Channel;
import io.countersign.events.DeliveryId;
import io.countersign.events.Progress;
import io.countersign.liveness.WorkerLiveness;
import io.countersign.twilio.TwilioStandIn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The worker's application, with everything but Twilio being real. */
final class RunningWorker implements AutoCloseable {

    static final String CALLBACKS = "https://sms.example.com";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;

    private RunningWorker(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static RunningWorker start(
            String kafka, String redis, TwilioStandIn twilio, TestGateway gateway, Path keys) {
        gateway.keys(Channel.SMS).write(keys.resolve("seal-sms.json"));
        return new RunningWorker(
                SpringApplication.run(
                        SmsWorker.class,
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--spring.kafka.bootstrap-servers=" + kafka,
                        "--spring.data.redis.url=" + redis,
                        "--spring.data.redis.timeout=10s",
                        "--countersign.keys.directory=" + keys,
                        "--countersign.worker.send-timeout=5s",
                        "--countersign.worker.grace=2s",
                        "--countersign.sms.site-host=login.example.com",
                        "--countersign.sms.twilio.base-url=" + twilio.url(),
                        "--countersign.sms.twilio.account-sid=" + TwilioStandIn.ACCOUNT,
                        "--countersign.sms.twilio.auth-token=" + TwilioStandIn.TOKEN,
                        "--countersign.sms.twilio.from=+12015550199",
                        "--countersign.sms.twilio.status-callback-base-url=" + CALLBACKS,
                        "--logging.level.root=INFO"));
    }

    /** How far the delivery has come; {@code QUEUED} where there is no record. */
    Progress progress(DeliveryId id) {
        Delivery delivery = context.getBean(Deliveries.class).find(List.of(id)).get(id);
        return delivery == null ? Progress.QUEUED : delivery.progress();
    }

    /** How many workers of the channel say that they are alive. */
    int alive() {
        return context.getBean(WorkerLiveness.class).alive().getOrDefault(Channel.SMS, 0);
    }

    HttpResponse<String> get(String path) {
        return exchange(HttpRequest.newBuilder(uri(path)).build());
    }

    HttpResponse<String> post(String path, String form, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form));
        return exchange(headers.length == 0 ? request.build() : request.headers(headers).build());
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI uri(String path) {
        String port =
                Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port"));
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
