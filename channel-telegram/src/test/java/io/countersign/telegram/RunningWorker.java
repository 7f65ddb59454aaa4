package io.countersign.telegram;

import io.countersign.channel.kit.TestGateway;
import io.countersign.delivery.Deliveries;
import io.countersign.delivery.Delivery;
import io.countersign.events.Channel;
import io.countersign.events.DeliveryId;
import io.countersign.events.Progress;
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
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The worker's application, with everything but Telegram being real. */
final class RunningWorker implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;

    private RunningWorker(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * @param settings further ones, as arguments of a command line
     */
    static RunningWorker start(
            String kafka,
            String redis,
            String telegram,
            TestGateway gateway,
            Path keys,
            String... settings) {
        gateway.keys(Channel.TELEGRAM).write(keys.resolve("seal-telegram.json"));
        Stream<String> usual =
                Stream.of(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--spring.kafka.bootstrap-servers=" + kafka,
                        "--spring.data.redis.url=" + redis,
                        "--countersign.keys.directory=" + keys,
                        "--countersign.worker.send-timeout=20s",
                        "--countersign.worker.grace=2s",
                        "--countersign.telegram.base-url=" + telegram,
                        "--logging.level.root=INFO");
        return new RunningWorker(
                SpringApplication.run(
                        TelegramWorker.class,
                        Stream.concat(usual, Stream.of(settings)).toArray(String[]::new)));
    }

    /** How far the delivery has come; {@code QUEUED} where there is no record. */
    Progress progress(DeliveryId id) {
        Delivery delivery = context.getBean(Deliveries.class).find(List.of(id)).get(id);
        return delivery == null ? Progress.QUEUED : delivery.progress();
    }

    HttpResponse<String> get(String path) {
        return exchange(HttpRequest.newBuilder(uri(path)).build());
    }

    HttpResponse<String> post(String path, String json, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json));
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
