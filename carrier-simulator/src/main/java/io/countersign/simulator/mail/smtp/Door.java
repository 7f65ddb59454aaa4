package io.countersign.simulator.mail.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Lets clients in, each on a virtual thread of its own. */
final class Door {

    private final Set<Socket> inside = ConcurrentHashMap.newKeySet();
    private final Host host;
    private @Nullable ServerSocket entrance;

    /** Deals with a client; returns when it is served, and the connection is closed then. */
    interface Host {
        void serve(Socket client) throws IOException, InterruptedException;
    }

    Door(Host host) {
        this.host = host;
    }

    /** A port of 0 stands for any that is free. */
    synchronized void open(InetAddress address, int port) throws IOException {
        ServerSocket opened = new ServerSocket();
        opened.bind(new InetSocketAddress(address, port));
        entrance = opened;
        Thread.startVirtualThread(() -> admit(opened));
    }

    synchronized int port() {
        return entrance == null ? 0 : entrance.getLocalPort();
    }

    synchronized void close() {
        try {
            if (entrance != null) {
                entrance.close();
            }
            for (Socket client : inside) {
                client.close();
            }
        } catch (IOException alreadyGone) {
            inside.clear();
        }
    }

    private void admit(ServerSocket opened) {
        try {
            while (!opened.isClosed()) {
                Socket client = opened.accept();
                Thread.startVirtualThread(() -> serve(client));
            }
        } catch (IOException closed) {
            inside.removeIf(Socket::isClosed);
        }
    }

    private void serve(Socket client) {
        inside.add(client);
        try (client) {
            host.serve(client);
        } catch (IOException gone) {
            inside.remove(client);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            inside.remove(client);
        }
    }
}
