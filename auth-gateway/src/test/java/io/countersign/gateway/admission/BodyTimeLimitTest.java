package io.countersign.gateway.admission;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

@Tag("SECURITY-34")
class BodyTimeLimitTest {

    private static final int LENGTH = 10_000;
    private static final int DRIP_MILLIS = 20;

    private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    private @Nullable WebServer server;

    @BeforeEach
    void start() {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        factory.addContextValves(new BodyTimeLimit(Duration.ofSeconds(1)));
        WebServer fresh =
                factory.getWebServer(
                        context -> context.addServlet("reader", new Reader()).addMapping("/"));
        fresh.start();
        server = fresh;
    }

    @AfterEach
    void stop() {
        running().stop();
    }

    private WebServer running() {
        return Objects.requireNonNull(server);
    }

    /** Says how much of the body came. */
    private final class Reader extends HttpServlet {

        private static final long serialVersionUID = 1;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            try {
                seen.add("read " + request.getInputStream().readAllBytes().length);
            } catch (IOException e) {
                seen.add("too slow");
                throw e;
            }
        }
    }

    @Test
    void aBodyThatDripsIsGivenUp() throws IOException, InterruptedException {
        try (Socket client = begin()) {
            client.setSoTimeout(DRIP_MILLIS);
            for (int sent = 0; sent < LENGTH && seen.isEmpty(); sent++) {
                client.getOutputStream().write('x');
                letTimePass(client.getInputStream());
            }
        }

        assertThat(seen.take()).isEqualTo("too slow");
    }

    @Test
    void oneThatComesAtOnceIsRead() throws IOException, InterruptedException {
        try (Socket client = begin()) {
            client.getOutputStream().write(new byte[LENGTH]);
            client.getOutputStream().flush();

            assertThat(seen.take()).isEqualTo("read " + LENGTH);
        }
    }

    private Socket begin() throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), running().getPort());
        client.getOutputStream()
                .write(
                        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n"
                                .formatted(LENGTH)
                                .getBytes(US_ASCII));
        return client;
    }

    private static void letTimePass(InputStream answer) throws IOException {
        try {
            var _ = answer.read();
        } catch (SocketTimeoutException _) {
            // Nothing was answered meanwhile.
        }
    }
}
