package io.countersign.simulator.telegram.bot.webhook;

import io.countersign.simulator.telegram.SimulatedBotSettings;
import io.countersign.simulator.telegram.Update;
import io.countersign.simulator.telegram.Updates;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends the bot updates by requests, one after the other; one that the bot does not take is sent
 * again until it does.
 */
@Component
class WebhookSender {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Updates updates;
    private final Duration retryAfter;
    private final JsonMapper json;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(Version.HTTP_1_1)
                    .followRedirects(Redirect.NEVER)
                    .connectTimeout(PATIENCE)
                    .build();
    private final AtomicLong settings = new AtomicLong();
    private volatile @Nullable Target target;
    private volatile @Nullable Mishap lastMishap;

    /** Where updates go, with the secret that shows that they come from Telegram. */
    record Target(URI url, @Nullable String secret) {

        @Override
        public String toString() {
            return "Target[" + url.getAuthority() + "]";
        }
    }

    /** Why an update was not taken. */
    record Mishap(Instant at, String reason) {}

    WebhookSender(Updates updates, SimulatedBotSettings settings, JsonMapper json, Clock clock) {
        this.updates = updates;
        this.retryAfter = settings.webhookRetryAfter();
        this.json = json;
        this.clock = clock;
    }

    boolean active() {
        return target != null;
    }

    Optional<Target> target() {
        return Optional.ofNullable(target);
    }

    Optional<Mishap> lastMishap() {
        return Optional.ofNullable(lastMishap);
    }

    void set(Target wanted) {
        target = wanted;
        lastMishap = null;
        long setting = settings.incrementAndGet();
        Thread.startVirtualThread(() -> tell(wanted, setting));
    }

    /** Returns whether there was one. */
    boolean delete() {
        boolean found = target != null;
        target = null;
        settings.incrementAndGet();
        return found;
    }

    private void tell(Target wanted, long setting) {
        try {
            while (settings.get() == setting) {
                Optional<Update> update = updates.awaitFirst(PATIENCE);
                if (update.isPresent() && settings.get() == setting) {
                    tell(wanted, update.get());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Target wanted, Update update) throws InterruptedException {
        Optional<String> mishap = send(wanted, update);
        if (mishap.isEmpty()) {
            updates.confirm(update);
        } else {
            lastMishap = new Mishap(clock.instant(), mishap.get());
            Thread.sleep(retryAfter);
        }
    }

    private Optional<String> send(Target wanted, Update update) throws InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(wanted.url())
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json.writeValueAsString(update)));
        if (wanted.secret() != null) {
            request.header("X-Telegram-Bot-Api-Secret-Token", wanted.secret());
        }
        try {
            int status = http.send(request.build(), BodyHandlers.discarding()).statusCode();
            return status / 100 == 2
                    ? Optional.empty()
                    : Optional.of("Wrong response from the webhook: " + status);
        } catch (IOException unreachable) {
            return Optional.of("Connection failed");
        }
    }
}
