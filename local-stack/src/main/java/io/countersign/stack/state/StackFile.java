package io.countersign.stack.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a running stack tells other programs, as JSON in {@code stack.json} of its data folder. It
 * holds no secret; those are in the folder {@code keys} beside it.
 *
 * @param pid of the stack
 * @param login the address to sign in at
 * @param handset the page on which the demonstration phone's messages appear
 * @param kafka host and port
 * @param processes all its children, Kafka, Redis and PostgreSQL included
 */
public record StackFile(
        long pid, String login, String handset, String kafka, List<Running> processes) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NAME = "stack.json";

    /**
     * A child process.
     *
     * @param port on 127.0.0.1
     */
    public record Running(String name, long pid, int port, String log) {}

    /** Empty while nothing has been started in this folder yet. */
    public static Optional<StackFile> read(Path data) throws IOException {
        Path file = data.resolve(NAME);
        return Files.exists(file)
                ? Optional.of(JSON.readValue(Files.readString(file), StackFile.class))
                : Optional.empty();
    }

    /** Readers see either the old or the new file. */
    public void write(Path data) throws IOException {
        Path started = data.resolve(NAME + ".part");
        Files.writeString(started, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
        Files.move(started, data.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
    }

    public static void delete(Path data) throws IOException {
        Files.deleteIfExists(data.resolve(NAME));
    }
}
