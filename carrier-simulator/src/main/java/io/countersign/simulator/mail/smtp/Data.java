package io.countersign.simulator.mail.smtp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of one mail as they go over the wire. They are held until it is decided what becomes of
 * them, so that the mail server gets either all or nothing.
 */
record Data(List<String> lines) {

    private static final Pattern MESSAGE_ID = Pattern.compile("(?i)message-id:\\s*(\\S+)\\s*");

    /** Empty if the client has gone before the end. */
    static Optional<Data> readFrom(Wire client) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = client.read();
        while (line != null && !".".equals(line)) {
            lines.add(line);
            line = client.read();
        }
        return line == null ? Optional.empty() : Optional.of(new Data(List.copyOf(lines)));
    }

    void sendTo(Wire server) throws IOException {
        server.send("DATA");
        server.readReply();
        server.send(lines);
        server.send(".");
    }

    /** With its angle brackets; empty without one. */
    String messageId() {
        return lines.stream()
                .takeWhile(line -> !line.isEmpty())
                .map(MESSAGE_ID::matcher)
                .filter(Matcher::matches)
                .map(header -> header.group(1))
                .findFirst()
                .orElse("");
    }

    @Override
    public String toString() {
        return "Data[" + lines.size() + " lines]";
    }
}
