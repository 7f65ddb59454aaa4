package io.countersign.bench.part;

import io.countersign.bench.result.Results;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

/** One part of the benchmark on one stack; what it needs beside that, it starts and ends itself. */
@FunctionalInterface
public interface Measurement extends AutoCloseable {

    /**
     * Measures once; the command repeats it.
     *
     * @param length of each load
     */
    void once(Duration length, Results results)
            throws IOException, SQLException, InterruptedException;

    /** Ends what it has started. */
    @Override
    default void close() throws IOException {}
}
