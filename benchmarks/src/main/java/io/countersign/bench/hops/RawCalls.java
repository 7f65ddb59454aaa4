package io.countersign.bench.hops;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Sends SMS over sockets that stay open, with nothing read of the answer but its end. */
final class RawCalls {

    private static final byte[] LENGTH = "content-length: ".getBytes(StandardCharsets.US_ASCII);

    private final URI provider;
    private final ConcurrentLinkedDeque<Line> free = new ConcurrentLinkedDeque<>();

    private record Line(Socket socket, InputStream in) {}

    RawCalls(URI provider) {
        this.provider = provider;
    }

    void send(String number) {
        String body =
                "To=%2B" + number.substring(1) + "&From=%2B12015550100&Body=Your+code+is+123456";
        byte[] request =
                "POST /2010-04-01/Accounts/AC/Messages.json HTTP/1.1\r\nHost: provider\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(body.length(), body)
                        .getBytes(StandardCharsets.US_ASCII);
        try {
            Line line = line();
            line.socket().getOutputStream().write(request);
            readAnswer(line.in());
            free.push(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Line line() throws IOException {
        Line open = free.poll();
        if (open != null) {
            return open;
        }
        Socket socket = new Socket(provider.getHost(), provider.getPort());
        socket.setTcpNoDelay(true);
        return new Line(socket, new BufferedInputStream(socket.getInputStream()));
    }

    private static void readAnswer(InputStream in) throws IOException {
        int length = 0;
        int inLine = 0;
        int matched = 0;
        boolean number = false;
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                if (inLine == 0) {
                    in.skipNBytes(length);
                    return;
                }
                inLine = 0;
                matched = 0;
                number = false;
            } else if (next != '\r') {
                if (number) {
                    length = length * 10 + next - '0';
                } else if (inLine == matched && (next | 0x20) == (LENGTH[matched] | 0x20)) {
                    matched++;
                    number = matched == LENGTH.length;
                }
                inLine++;
            }
        }
        throw new IOException("the provider has hung up");
    }
}
