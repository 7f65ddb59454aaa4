package io.countersign.bench.hops;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.countersign.bench.engine.StackServers;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;

/**
 * A program that takes a number by HTTP, tells at once that its SMS is on its way, and pushes the
 * outcome over the same response.
 */
public final class Front {

    static final String PORT = "BENCH_PORT";
    static final String WAY = "BENCH_WAY";
    static final String PROVIDER = "BENCH_PROVIDER";

    private final Way way;

    private Front(Way way) {
        this.way = way;
    }

    /** Runs until its parent ends. */
    public static void main(String[] arguments) throws IOException {
        Map<String, String> environment = System.getenv();
        StackServers servers = StackServers.of(environment);
        Way way =
                switch (WayKind.valueOf(Objects.requireNonNull(environment.get(WAY)))) {
                    case ENGINE -> new ThroughEngine(servers);
                    case BARE ->
                            new BareHops(
                                    servers,
                                    URI.create(Objects.requireNonNull(environment.get(PROVIDER))));
                };
        int port = Integer.parseInt(Objects.requireNonNull(environment.get(PORT)));
        HttpServer server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", new Front(way)::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String number =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            way.deliver(number, () -> push(out, "taken\n"));
            push(out, "sent\n");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void push(OutputStream out, String line) throws IOException {
        out.write(line.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
