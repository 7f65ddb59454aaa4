package io.countersign.stack;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Loopback ports that no program listens on when asked, and that the system gives no client for its
 * end of a connection before the caller listens.
 */
public final class FreePort {

    private static final int FIRST = 10_000;
    private static final int LAST = 65_535;

    /** Where Linux says from which ports clients connect. */
    private static final Path CLIENTS = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

    private FreePort() {}

    public static int any() {
        return several(1).getFirst();
    }

    /** Different ones. */
    public static List<Integer> several(int count) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            Range clients = clients();
            while (held.size() < count) {
                hold(clients, held);
            }
            List<Integer> ports = held.stream().map(ServerSocket::getLocalPort).toList();
            for (ServerSocket socket : held) {
                socket.close();
            }
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port itself, or any free one when it is 0. */
    static int orAny(int port) {
        return port == 0 ? any() : port;
    }

    /** The ports that the system gives to clients; those of IANA where it does not say. */
    static Range clients() throws IOException {
        if (!Files.isReadable(CLIENTS)) {
            return new Range(49_152, LAST);
        }
        // In one read: the system gives nothing more to a second one.
        try (InputStream file = Files.newInputStream(CLIENTS);
                Scanner ends = new Scanner(new String(file.readNBytes(64), US_ASCII))) {
            return new Range(ends.nextInt(), ends.nextInt());
        }
    }

    /** From the first to the last, both included. */
    record Range(int first, int last) {

        boolean contains(int port) {
            return first <= port && port <= last;
        }
    }

    private static void hold(Range clients, List<ServerSocket> held) throws IOException {
        int[] others =
                IntStream.rangeClosed(FIRST, LAST)
                        .filter(port -> !clients.contains(port))
                        .toArray();
        // If there are no ports outside the clients' range, the system chooses one.
        int port =
                others.length == 0 ? 0 : others[ThreadLocalRandom.current().nextInt(others.length)];
        try {
            held.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
        } catch (IOException taken) {
            if (port == 0) {
                throw taken;
            }
        }
    }
}
