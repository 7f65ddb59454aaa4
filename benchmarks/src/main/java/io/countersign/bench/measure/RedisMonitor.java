package io.countersign.bench.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the commands that clients send. Redis' own counters mix them with what scripts call; its
 * monitor tells them apart.
 */
final class RedisMonitor implements AutoCloseable {

    private final Socket socket;
    private final AtomicLong commands = new AtomicLong();

    RedisMonitor(URI redis) throws IOException {
        socket = new Socket(redis.getHost(), redis.getPort());
        String password = redis.getUserInfo().substring(1);
        socket.getOutputStream()
                .write(
                        "AUTH %s\r\nMONITOR\r\n"
                                .formatted(password)
                                .getBytes(StandardCharsets.UTF_8));
        Thread.ofVirtual().name("redis-monitor").start(this::listen);
    }

    long commands() {
        return commands.get();
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains("] \"") && !line.contains(" lua] ")) {
                    commands.incrementAndGet();
                }
            }
        } catch (IOException e) {
            // It was closed.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
