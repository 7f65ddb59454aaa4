package io.countersign.bench.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** HTTP clients, each with a loopback address of its own, as people come from many. */
public final class Clients implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<HttpClient> clients = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    /**
     * @param addresses how many; 1 to 250
     */
    public Clients(int addresses) throws UnknownHostException {
        for (int i = 1; i <= addresses; i++) {
            clients.add(
                    HttpClient.newBuilder()
                            .localAddress(InetAddress.getByName("127.0.1." + i))
                            .connectTimeout(Duration.ofSeconds(10))
                            .version(HttpClient.Version.HTTP_1_1)
                            .executor(threads)
                            .build());
        }
    }

    /** One of them, in turn. */
    public HttpClient any() {
        return clients.get(Math.floorMod(next.getAndIncrement(), clients.size()));
    }

    @Override
    public void close() throws IOException {
        clients.forEach(HttpClient::close);
        threads.close();
    }
}
