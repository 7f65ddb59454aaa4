package io.countersign.bench.stack;

import io.countersign.stack.own.OwnStack;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the stack under test is set: what its limits cost is measured, not what they stop. */
public final class BenchStack {

    private BenchStack() {}

    /**
     * Starts a stack and returns when everything is ready.
     *
     * @param checkout whose jars are built
     * @param data a new folder
     * @param smsProvider where the SMS workers send to
     */
    public static OwnStack start(Path checkout, Path data, URI smsProvider)
            throws IOException, InterruptedException {
        return start(checkout, data, smsProvider, Map.of());
    }

    /**
     * The same.
     *
     * @param more of the programs' environment
     * @param options of {@code ./countersign up}
     */
    public static OwnStack start(
            Path checkout, Path data, URI smsProvider, Map<String, String> more, String... options)
            throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(environment());
        environment.putAll(more);
        List<String> all = new ArrayList<>(List.of(options));
        all.add("--sms-provider=" + smsProvider);
        OwnStack stack = OwnStack.start(checkout, data, environment, all.toArray(String[]::new));
        // Whatever ends the benchmark ends it too; ended twice is ended once.
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "bench-stack"));
        return stack;
    }

    /** The hash that peers use by default, and limits that no load of one machine reaches. */
    private static Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("COUNTERSIGN_PASSWORD_MEMORYKIB", "7168"),
                Map.entry("COUNTERSIGN_PASSWORD_ITERATIONS", "5"),
                Map.entry("COUNTERSIGN_PASSWORD_PARALLELISM", "1"),
                Map.entry("COUNTERSIGN_REQUESTS_WITHIN", "30s"),
                Map.entry("COUNTERSIGN_REQUESTS_PASSWORDSPERCORE", "64"),
                Map.entry("COUNTERSIGN_REQUESTS_PASSWORDSPERCLIENT", "64"),
                Map.entry("COUNTERSIGN_LIMITS_PERNUMBERHOUR", "1000000"),
                Map.entry("COUNTERSIGN_LIMITS_PERNUMBERTENMINUTES", "1000000"),
                Map.entry("COUNTERSIGN_LIMITS_PERACCOUNTDAY", "1000000"),
                Map.entry("COUNTERSIGN_LIMITS_PERADDRESSHOUR", "1000000"),
                Map.entry("COUNTERSIGN_LIMITS_PERREGIONDAY", "100000000"),
                Map.entry("COUNTERSIGN_LIMITS_PERDAY", "100000000"),
                Map.entry("COUNTERSIGN_SIGNIN_TRIESPERACCOUNT", "1000000"),
                Map.entry("COUNTERSIGN_SIGNIN_TRIESPERADDRESS", "1000000"));
    }
}
