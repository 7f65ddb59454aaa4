package io.countersign.email;

import io.countersign.channel.kit.TestGateway;
import io.countersign.delivery.Deliveries;
import io.countersign.delivery.Delivery;
import io.countersign.email.smtp.SmtpStandIn;
import io.countersign.events.Channel;
import io.countersign.events.DeliveryId;
import io.countersign.events.Progress;
import io.countersign.stack.TestServers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The worker's application, with everything but the SMTP server being real. */
final class RunningWorker implements AutoCloseable {

    static final String PASSWORD = "only-for-this-mail-server";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;

    private RunningWorker(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static RunningWorker start(SmtpStandIn server, TestGateway gateway, Path keys, String... more) {
        gateway.keys(Channel.EMAIL).write(keys.resolve("seal-email.json"));
        String[] settings = {
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--spring.kafka.bootstrap-servers=" + TestServers.kafka().bootstrapServers(),
            "--spring.data.redis.url=" + TestServers.redis().url(),
            "--countersign.keys.directory=" + keys,
            "--countersign.email.site-host=login.example.com",
            "--countersign.email.from=Example Security <security@example.com>",
            "--countersign.email.smtp.host=127.0.0.1",
            "--countersign.email.smtp.port=" + server.port(),
            "--countersign.email.smtp.security=none",
            "--countersign.email.smtp.username=worker",
            "--countersign.email.smtp.password=" + PASSWORD
        };
        SpringApplication application = new SpringApplication(EmailWorker.class);
        return new RunningWorker(
                application.run(
                        Stream.of(settings, more).flatMap(Arrays::stream).toArray(String[]::new)));
    }

    /** How far each delivery has come that there is a record of. */
    Collection<Progress> progress(Collection<DeliveryId> ids) {
        Map<DeliveryId, Delivery> found = context.getBean(Deliveries.class).find(ids);
        return found.values().stream().map(Delivery::progress).toList();
    }

    String health() {
        return get("/actuator/health").body();
    }

    HttpResponse<String> get(String path) {
        String port =
                Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port"));
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }
}
