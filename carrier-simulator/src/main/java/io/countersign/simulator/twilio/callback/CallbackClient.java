package io.countersign.simulator.twilio.callback;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;

/**
 * Makes callbacks, each once: like Twilio, it does not try again. A receiver that hangs delays no
 * other receiver's, and however many callbacks are due, few of them are held in memory.
 */
@Component
class CallbackClient {

    private final Map<String, CallbackQueue> receivers = new ConcurrentHashMap<>();
    private final HttpClient http;
    private final Clock clock;

    CallbackClient(CallbackSettings settings, Clock clock) {
        this.clock = clock;
        this.http =
                HttpClient.newBuilder()
                        .version(Version.HTTP_1_1)
                        .followRedirects(Redirect.NEVER)
                        .connectTimeout(settings.timeout())
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
    }

    /** Returns when the receiver has answered or will not. */
    void send(HttpRequest callback) throws InterruptedException {
        CallbackQueue receiver =
                receivers.computeIfAbsent(callback.uri().getAuthority(), CallbackQueue::new);
        if (!receiver.enter(clock.instant())) {
            return;
        }
        try {
            http.send(callback, BodyHandlers.discarding());
            receiver.answered();
        } catch (IOException unheard) {
            receiver.unheard(unheard, clock.instant());
        } finally {
            receiver.leave();
        }
    }
}
