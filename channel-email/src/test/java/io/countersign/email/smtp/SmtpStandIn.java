package io.countersign.email.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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
import org.jspecify.annotations.Nullable;

/** An SMTP server that behaves badly where it is told to. */
public final class SmtpStandIn implements AutoCloseable {

    /** Instead of a reply: nothing, ever. */
    public static final String SILENCE = "silence";

    /** Instead of a reply: the connection is cut. */
    public static final String CUT = "cut";

    private static final Map<String, String> POLITE =
            Map.of(
                    "CONNECT", "220 test ESMTP",
                    "EHLO", "250-test\r\n250 AUTH PLAIN",
                    "MAIL", "250 2.1.0 Ok",
                    "RCPT", "250 2.1.5 Ok",
                    "AUTH", "235 2.7.0 Ok",
                    "STARTTLS", "220 2.0.0 go ahead",
                    "DATA", "354 go ahead",
                    ".", "250 2.0.0 Ok: queued as 4F1C2",
                    "QUIT", "221 2.0.0 Bye");

    private final Map<String, String> replies = new ConcurrentHashMap<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final Semaphore never = new Semaphore(0);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final @Nullable TestCertificate certificate;
    private final Security security;
    private final int port;
    private volatile ServerSocket server;

    /** Without TLS. */
    public SmtpStandIn() {
        this(Security.NONE, null);
    }

    /** With the certificate where the security asks for one. */
    SmtpStandIn(Security security, @Nullable TestCertificate certificate) {
        this.security = security;
        this.certificate = certificate;
        this.server = listen(0);
        this.port = server.getLocalPort();
    }

    public int port() {
        return port;
    }

    /** Nobody listens any more. */
    public void goesDown() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        dropsConnections();
    }

    public void comesUp() {
        server = listen(port);
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
        goesDown();
        threads.shutdownNow();
        threads.close();
    }

    private ServerSocket listen(int where) {
        try {
            ServerSocket opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), where), 50);
            threads.execute(() -> accept(opened));
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket opened) {
        while (!opened.isClosed()) {
            try {
                Socket client = opened.accept();
                connections.add(client);
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            Socket talking =
                    security == Security.TLS && certificate != null
                            ? certificate.encrypt(client)
                            : client;
            commands.add("CONNECT");
            if (answer("CONNECT", talking.getOutputStream())) {
                converse(talking);
            }
        } catch (IOException e) {
            // The client is gone, or has been cut off.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(client);
        }
    }

    private void converse(Socket client) throws IOException, InterruptedException {
        BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        OutputStream out = client.getOutputStream();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            commands.add(line);
            boolean goesOn = answer(verb(line), out);
            if (line.equals("STARTTLS") && certificate != null) {
                converse(certificate.encrypt(client));
                return;
            }
            if (goesOn && line.equals("DATA") && !replies.containsKey("DATA")) {
                goesOn = readMail(in) && answer(".", out);
            }
            if (!goesOn) {
                return;
            }
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
        String reply = replies.getOrDefault(verb, polite(verb));
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

    private String polite(String verb) {
        return verb.equals("EHLO") && security == Security.STARTTLS
                ? "250-test\r\n250-STARTTLS\r\n250 AUTH PLAIN"
                : POLITE.getOrDefault(verb, "250 2.0.0 Ok");
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
