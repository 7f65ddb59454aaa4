package io.countersign.bench;

import io.countersign.bench.bed.Bed;
import io.countersign.bench.part.Measurement;
import io.countersign.bench.result.Results;
import io.countersign.bench.stack.BenchStack;
import io.countersign.bench.stack.SmsProvider;
import io.countersign.stack.Folders;
import io.countersign.stack.own.OwnStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A checkout under test: its stack, its parts, and what was measured. */
final class Side implements AutoCloseable {

    private final Results results = new Results();
    private final Path data;
    private final SmsProvider provider;
    private final OwnStack stack;
    private final Bed bed;
    private final Map<String, Measurement> measurements = new LinkedHashMap<>();
    private boolean complete = true;

    /** Starts a stack from what is built there. */
    Side(Path checkout) throws IOException, SQLException, InterruptedException {
        this.data = Files.createTempDirectory("countersign-bench");
        this.provider = new SmsProvider();
        this.stack = BenchStack.start(checkout, data, provider.address());
        this.bed = new Bed(checkout, stack, provider);
    }

    Results results() {
        return results;
    }

    /** Whether all that was asked for could be measured. */
    boolean complete() {
        return complete;
    }

    void warmUp(BenchOptions options) {
        bed.warmUp(options.length());
    }

    /** Measures a part once. One that fails is left out, and the others go on. */
    void measure(Part part, BenchOptions options) throws InterruptedException {
        Measurement measurement =
                measurements.computeIfAbsent(part.word(), _ -> part.start().on(bed, options));
        try {
            measurement.once(options.length(), results);
        } catch (IOException | SQLException | RuntimeException e) {
            Bench.say("Not measured: " + part.word() + ". " + e.getMessage());
            complete = false;
        }
    }

    /** Of a run that failed, the folder stays, with what the programs logged. */
    @Override
    public void close() throws IOException, SQLException {
        for (Measurement measurement : measurements.values()) {
            measurement.close();
        }
        bed.close();
        stack.close();
        provider.close();
        if (complete) {
            Folders.delete(data);
        } else {
            Bench.say("What the programs logged is in " + data);
        }
    }
}
