package io.countersign.stack.settings;

import io.countersign.stack.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A port for every endpoint. */
public record Ports(Map<Endpoint, Integer> byEndpoint) {

    public Ports {
        byEndpoint = Map.copyOf(byEndpoint);
    }

    public static Ports defaults() {
        return new Ports(
                Arrays.stream(Endpoint.values())
                        .collect(Collectors.toMap(each -> each, Endpoint::defaultPort)));
    }

    static Ports free() {
        Iterator<Integer> free = FreePort.several(Endpoint.values().length).iterator();
        return new Ports(
                Arrays.stream(Endpoint.values())
                        .collect(Collectors.toMap(each -> each, each -> free.next())));
    }

    Ports with(Endpoint endpoint, int port) {
        Map<Endpoint, Integer> changed = new EnumMap<>(byEndpoint);
        changed.put(endpoint, port);
        return new Ports(changed);
    }

    public int of(Endpoint endpoint) {
        return byEndpoint.getOrDefault(endpoint, endpoint.defaultPort());
    }

    /** A sentence for each port that another program listens on, with what to do about it. */
    List<String> conflicts() {
        return Arrays.stream(Endpoint.values())
                .filter(endpoint -> isTaken(of(endpoint)))
                .map(this::conflict)
                .toList();
    }

    private String conflict(Endpoint endpoint) {
        int port = of(endpoint);
        int other = port + 1000;
        return "Port %d is taken, wanted for %s. Free it, or choose another: ./countersign up %s=%d or %s=%d"
                .formatted(
                        port,
                        endpoint.title(),
                        endpoint.option(),
                        other,
                        endpoint.variable(),
                        other);
    }

    static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
