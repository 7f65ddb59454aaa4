package io.countersign.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.twilio.security.RequestValidator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A customer's server that takes status callbacks. */
public final class CallbackReceiver implements AutoCloseable {

    /** One callback as it came in. */
    public record Received(Map<String, String> parameters, String signature, String contentType) {

        public String status() {
            return parameters.getOrDefault(
                    "MessageStatus", parameters.getOrDefault("CallStatus", ""));
        }
    }

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    public CallbackReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/status", this::take);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/status?delivery=7";
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    public List<String> statuses() {
        return received.stream().map(Received::status).toList();
    }

    /** Fails unless Twilio's own validator takes every callback for one of the account's. */
    public void assertSigned() {
        RequestValidator validator = new RequestValidator(Simulator.AUTH_TOKEN);
        assertThat(received)
                .allMatch(
                        report ->
                                validator.validate(url(), report.parameters(), report.signature()));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            received.add(
                    new Received(
                            parameters(form),
                            exchange.getRequestHeaders().getFirst("X-Twilio-Signature"),
                            exchange.getRequestHeaders().getFirst("Content-Type")));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private static Map<String, String> parameters(String form) {
        Map<String, String> parameters = new TreeMap<>();
        for (String field : form.split("&", -1)) {
            int equals = field.indexOf('=');
            parameters.put(
                    field.substring(0, equals),
                    URLDecoder.decode(field.substring(equals + 1), UTF_8));
        }
        return parameters;
    }
}
