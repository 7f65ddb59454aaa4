package io.countersign.stack;

import io.countersign.stack.EmbeddedPostgres.Durability;
import io.countersign.stack.EmbeddedRedis.Keeping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One server of each kind for all tests of a JVM, started at first use, stopped and deleted when
 * the JVM ends.
 *
 * <p>Callers share them: use topics, groups and keys of your own, and a {@link #freshDatabase()}. A
 * test that stops or kills a server starts one of its own instead.
 */
public final class TestServers {

    private static final String PASSWORD = "only-for-tests";
    private static final TestServers SHARED = new TestServers();

    private static Consumer<Runnable> atEnd =
            stop -> Runtime.getRuntime().addShutdownHook(new Thread(stop, "test-servers"));

    private final AtomicInteger databases = new AtomicInteger();
    private @Nullable Path folder;
    private @Nullable EmbeddedKafka kafka;
    private @Nullable EmbeddedRedis redis;
    private @Nullable EmbeddedPostgres postgres;

    private TestServers() {}

    /** How to connect to an empty database that no one else uses. */
    public record Database(String jdbcUrl, String user, String password) {}

    /**
     * Has the servers stop where the caller says, rather than as soon as the JVM ends: applications
     * that use them need them to end in good order. To be called before the first server starts.
     *
     * @param end runs what it is given once the servers are no longer needed
     */
    public static void stopAt(Consumer<Runnable> end) {
        atEnd = end;
    }

    public static EmbeddedKafka kafka() {
        return SHARED.sharedKafka();
    }

    public static EmbeddedRedis redis() {
        return SHARED.sharedRedis();
    }

    public static EmbeddedPostgres postgres() {
        return SHARED.sharedPostgres();
    }

    public static Database freshDatabase() {
        EmbeddedPostgres postgres = postgres();
        String name = "test_" + SHARED.databases.incrementAndGet();
        try {
            postgres.createDatabase(name);
        } catch (SQLException e) {
            throw new IllegalStateException("Could not create the database " + name, e);
        }
        return new Database(postgres.jdbcUrl(name), postgres.user(), postgres.password());
    }

    private synchronized EmbeddedKafka sharedKafka() {
        try {
            EmbeddedKafka started =
                    kafka == null ? EmbeddedKafka.start(folder().resolve("kafka"), 0) : kafka;
            kafka = started;
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized EmbeddedRedis sharedRedis() {
        try {
            EmbeddedRedis started =
                    redis == null
                            ? EmbeddedRedis.start(
                                    folder().resolve("redis"), 0, PASSWORD, Keeping.NOTHING)
                            : redis;
            redis = started;
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized EmbeddedPostgres sharedPostgres() {
        try {
            EmbeddedPostgres started =
                    postgres == null
                            ? EmbeddedPostgres.start(
                                    folder().resolve("postgres"),
                                    0,
                                    PASSWORD,
                                    Durability.PROCESS_DEATH)
                            : postgres;
            postgres = started;
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder() throws IOException {
        if (folder == null) {
            folder = Files.createTempDirectory("countersign-test-servers-");
            atEnd.accept(this::stopAndDelete);
        }
        return folder;
    }

    private synchronized void stopAndDelete() {
        if (kafka != null) {
            kafka.close();
        }
        if (redis != null) {
            redis.close();
        }
        if (postgres != null) {
            postgres.close();
        }
        try {
            if (folder != null) {
                Folders.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
