package io.countersign.simulator.mail.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One end of an SMTP connection, line by line; bytes pass as they are. */
final class Wire implements AutoCloseable {

    private static final int LONGEST_LINE = 1 << 20;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    Wire(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = new BufferedOutputStream(socket.getOutputStream());
    }

    Socket socket() {
        return socket;
    }

    /** The next line without its end; null at the end of the connection. */
    @Nullable String read() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0 && next != '\n') {
            line.write(next);
            if (line.size() > LONGEST_LINE) {
                throw new IOException("the line is too long");
            }
            next = in.read();
        }
        if (next < 0) {
            return null;
        }
        String text = line.toString(ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** The lines of one reply. */
    List<String> readReply() throws IOException {
        List<String> lines = new ArrayList<>();
        String line;
        do {
            line = read();
            if (line == null) {
                throw new IOException("the server has gone");
            }
            lines.add(line);
        } while (line.length() > 3 && line.charAt(3) == '-');
        return lines;
    }

    void write(String line) throws IOException {
        out.write((line + "\r\n").getBytes(ISO_8859_1));
    }

    void send(String line) throws IOException {
        write(line);
        out.flush();
    }

    void send(List<String> lines) throws IOException {
        for (String line : lines) {
            write(line);
        }
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
