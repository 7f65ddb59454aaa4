package io.countersign.stack.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a log, however long it is. */
public final class LogTail {

    private static final int LINES = 12;
    private static final int BYTES = 8192;

    private LogTail() {}

    /** Indented, ready to be printed below a sentence; says so when there is nothing. */
    public static String of(Path log) {
        try {
            List<String> lines = end(log).lines().toList();
            List<String> last = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
            return last.isEmpty()
                    ? "It printed nothing."
                    : "Its last lines, from " + log + ":\n    " + String.join("\n    ", last);
        } catch (IOException e) {
            return "Its log cannot be read: " + e.getMessage();
        }
    }

    private static String end(Path log) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(0, file.length() - BYTES);
            byte[] end = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(end);
            return new String(end, StandardCharsets.UTF_8);
        }
    }
}
