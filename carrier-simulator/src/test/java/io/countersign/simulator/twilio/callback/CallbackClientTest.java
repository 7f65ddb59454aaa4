package io.countersign.simulator.twilio.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.countersign.simulator.CallbackReceiver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallbackClientTest {

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final CallbackClient client =
            new CallbackClient(
                    new CallbackSettings(
                            Duration.ZERO,
                            Duration.ZERO,
                            Duration.ZERO,
                            Set.of("127.0.0.1"),
                            Duration.ofMinutes(1)),
                    Clock.systemUTC());

    @AfterEach
    void stop() {
        callers.shutdownNow();
    }

    @Test
    void a_receiver_that_hangs_delays_no_other() throws IOException {
        try (ServerSocket hanging = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
                CallbackReceiver answering = new CallbackReceiver()) {
            String hangingUrl = "http://127.0.0.1:" + hanging.getLocalPort() + "/";
            assertThat(IntStream.range(0, 100).mapToObj(_ -> callBack(hangingUrl)))
                    .noneMatch(Future::isDone);

            Future<?> answered = callBack(answering.url());

            await().until(answered::isDone);
            assertThat(answering.statuses()).containsExactly("sent");
        }
    }

    private Future<?> callBack(String url) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url))
                        .POST(BodyPublishers.ofString("MessageStatus=sent"))
                        .build();
        return callers.submit(
                () -> {
                    client.send(request);
                    return null;
                });
    }
}
