package io.countersign.bench.stack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes SMS as Twilio's REST API does, at next to no cost, and hands each code to the caller that
 * waits at its number. It sends no receipts.
 */
public final class SmsProvider implements AutoCloseable {

    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

    private final ServerSocket server;
    private final Map<String, CompletableFuture<Sms>> awaited = new ConcurrentHashMap<>();

    private final Map<String, Duration> slow = new ConcurrentHashMap<>();
    private final LongAdder calls = new LongAdder();

    /**
     * A code that arrived.
     *
     * @param at as {@link System#nanoTime()}
     */
    public record Sms(String code, long at) {}

    public SmsProvider() throws IOException {
        server = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("sms-provider").start(this::accept);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** The next code to this number; to be asked for before it is requested. */
    public CompletableFuture<Sms> next(String number) {
        CompletableFuture<Sms> sms = new CompletableFuture<>();
        awaited.put(number, sms);
        return sms;
    }

    /**
     * Has it take its time before it answers.
     *
     * @param prefix of the numbers concerned; a longer one counts before a shorter one
     * @param time for each call
     */
    public void slow(String prefix, Duration time) {
        slow.put(prefix, time);
    }

    /** How many it has answered. */
    public long calls() {
        return calls.sum();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream());
                OutputStream out = socket.getOutputStream()) {
            while (true) {
                int length = lengthOfBody(in);
                if (length < 0) {
                    return;
                }
                String body = new String(in.readNBytes(length), StandardCharsets.US_ASCII);
                String number = field(body, "To");
                take(number, body, System.nanoTime());
                LockSupport.parkNanos(time(number).toNanos());
                calls.increment();
                out.write(accepted(body));
                out.flush();
            }
        } catch (IOException e) {
            // The worker's client gave the connection up.
        }
    }

    /** Reads the head of a request; -1 where there is none any more. */
    private static int lengthOfBody(InputStream in) throws IOException {
        int length = -1;
        StringBuilder line = new StringBuilder();
        while (true) {
            int next = in.read();
            if (next < 0) {
                return -1;
            } else if (next != '\n') {
                line.append((char) next);
                continue;
            }
            String header = line.toString().strip().toLowerCase(Locale.ROOT);
            line.setLength(0);
            if (header.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring("content-length:".length()).strip());
            } else if (header.isEmpty() && length >= 0) {
                return length;
            }
        }
    }

    private Duration time(String number) {
        return slow.entrySet().stream()
                .filter(each -> number.startsWith(each.getKey()))
                .max(Comparator.comparingInt(each -> each.getKey().length()))
                .map(Map.Entry::getValue)
                .orElse(Duration.ZERO);
    }

    private void take(String number, String body, long at) {
        Matcher code = CODE.matcher(field(body, "Body"));
        CompletableFuture<Sms> waiting = awaited.remove(number);
        if (waiting != null && code.find()) {
            waiting.complete(new Sms(code.group(1), at));
        }
    }

    private static String field(String form, String name) {
        for (String pair : form.split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    private static byte[] accepted(String form) {
        String json =
                """
                {"sid":"SM%s","status":"queued","to":"%s","error_code":null,"error_message":null}"""
                        .formatted(
                                UUID.randomUUID().toString().replace("-", ""), field(form, "To"));
        String head =
                "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: "
                        + json.length()
                        + "\r\n\r\n";
        return (head + json).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
