package io.countersign.channel.kit;

import io.countersign.delivery.Delivery;
import io.countersign.delivery.store.Deliveries;
import io.countersign.events.Channel;
import io.countersign.events.Progress;
import io.countersign.events.id.DeliveryId;
import io.countersign.liveness.WorkerLiveness;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A worker's application, on any port of this machine, with everything but its provider real. */
public final class RunningWorker implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;

    private RunningWorker(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Where the servers are.
     *
     * @param kafka host and port
     * @param redis a URL
     */
    public record Servers(String kafka, String redis) {}

    /**
     * Starts it.
     *
     * @param keys the folder that holds the channel's key
     * @param settings further ones, each as {@code key=value}; they win
     */
    public static RunningWorker start(
            Class<?> application, Servers servers, Path keys, String... settings) {
        Stream<String> usual =
                Stream.of(
                        "server.port=0",
                        "server.address=127.0.0.1",
                        "spring.kafka.bootstrap-servers=" + servers.kafka(),
                        "spring.data.redis.url=" + servers.redis(),
                        "countersign.keys.directory=" + keys,
                        "logging.level.root=INFO");
        Map<String, String> arguments = new HashMap<>();
        Stream.concat(usual, Arrays.stream(settings))
                .forEach(setting -> arguments.put(key(setting), "--" + setting));
        return new RunningWorker(
                SpringApplication.run(application, arguments.values().toArray(String[]::new)));
    }

    /** How far the delivery has come; {@code QUEUED} where there is no record. */
    public Progress progress(DeliveryId id) {
        return progress(List.of(id)).stream().findFirst().orElse(Progress.QUEUED);
    }

    /** How far each delivery has come that there is a record of. */
    public Collection<Progress> progress(Collection<DeliveryId> ids) {
        Map<DeliveryId, Delivery> found = context.getBean(Deliveries.class).find(ids);
        return found.values().stream().map(Delivery::progress).toList();
    }

    /** How many workers of the channel say that they are alive. */
    public int alive(Channel channel) {
        return context.getBean(WorkerLiveness.class).alive().getOrDefault(channel, 0);
    }

    public String health() {
        return get("/actuator/health").body();
    }

    public HttpResponse<String> get(String path) {
        return exchange(HttpRequest.newBuilder(uri(path)));
    }

    /**
     * Posts what a form would.
     *
     * @param headers names and values by turns
     */
    public HttpResponse<String> postForm(String path, String form, String... headers) {
        return post(path, "application/x-www-form-urlencoded", form, headers);
    }

    /**
     * Posts JSON.
     *
     * @param headers names and values by turns
     */
    public HttpResponse<String> postJson(String path, String json, String... headers) {
        return post(path, "application/json", json, headers);
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }

    private static String key(String setting) {
        return setting.substring(0, setting.indexOf('='));
    }

    private HttpResponse<String> post(String path, String type, String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body));
        return exchange(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
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
