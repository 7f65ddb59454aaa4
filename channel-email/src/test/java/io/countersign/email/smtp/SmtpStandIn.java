package io.countersign.email.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** An SMTP server that behaves badly where it is told to. */
public final class SmtpStandIn implements AutoCloseable {

    /** Instead of a reply: nothing, ever. */
    public static final String SILENCE = "silence";

    /** Instead of a reply: the connection is cut. */
    public static final String CUT = "cut";

    private static final Map<String, String> POLITE =
            Map.of(
                    "CONNECT", "220 test ESMTP",
                    "EHLO", "250-test\r\n250 ENHANCEDSTATUSCODES",
                    "MAIL", "250 2.1.0 Ok",
                    "RCPT", "250 2.1.5 Ok",
                    "DATA", "354 go ahead",
                    ".", "250 2.0.0 Ok: queued as 4F1C2",
                    "QUIT", "221 2.0.0 Bye");

    private final Map<String, String> replies = new ConcurrentHashMap<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final Semaphore never = new Semaphore(0);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ServerSocket server;

    public SmtpStandIn() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /**
     * From now on.
     *
     * @param verb of SMTP, {@code CONNECT} for the greeting or {@code .} for the final dot
     * @param reply a line, {@link #SILENCE} or {@link #CUT}
     */
    public void answers(String verb, String reply) {
        replies.put(verb, reply);
    }

    public void behavesAgain() {
        replies.clear();
    }

    /** Cuts all connections. */
    public void dropsConnections() {
        connections.forEach(SmtpStandIn::cut);
    }

    /** Everything that clients said, but the mails. */
    public List<String> commands() {
        return List.copyOf(commands);
    }

    public long said(String verb) {
        return commands.stream().filter(line -> verb.equals(verb(line))).count();
    }

    /** What was ended by a dot, whatever was answered. */
    public List<String> mails() {
        return List.copyOf(mails);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        dropsConnections();
        threads.shutdownNow();
        threads.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                connections.add(client);
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        client.getInputStream(), StandardCharsets.US_ASCII))) {
            OutputStream out = client.getOutputStream();
            commands.add("CONNECT");
            boolean goesOn = answer("CONNECT", out);
            while (goesOn) {
                String line = in.readLine();
                if (line == null) {
                    return;
                }
                commands.add(line);
                goesOn = answer(verb(line), out);
                if (goesOn && line.equals("DATA") && !replies.containsKey("DATA")) {
                    goesOn = readMail(in) && answer(".", out);
                }
            }
        } catch (IOException e) {
            // The client is gone, or has been cut off.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(client);
        }
    }

    private boolean readMail(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                mails.add(mail.toString());
                return true;
            }
            mail.append(line).append('\n');
        }
        return false;
    }

    /** Whether the dialogue goes on. */
    private boolean answer(String verb, OutputStream out) throws IOException, InterruptedException {
        String reply = replies.getOrDefault(verb, POLITE.getOrDefault(verb, "250 2.0.0 Ok"));
        switch (reply) {
            case SILENCE -> never.acquire();
            case CUT -> {
                return false;
            }
            default -> {
                out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
        }
        return !reply.startsWith("421") && !verb.equals("QUIT");
    }

    private static String verb(String line) {
        return line.split("[ :]", 2)[0];
    }

    private static void cut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
