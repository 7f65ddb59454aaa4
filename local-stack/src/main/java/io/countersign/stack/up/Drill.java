package io.countersign.stack.up;

import io.countersign.stack.Folders;
import io.countersign.stack.application.Application;
import io.countersign.stack.console.Console;
import io.countersign.stack.console.StackLog;
import io.countersign.stack.drill.BusyProcessors;
import io.countersign.stack.drill.DrillOptions;
import io.countersign.stack.drill.StartTable;
import io.countersign.stack.drill.Starts;
import io.countersign.stack.keys.KeyFolder;
import io.countersign.stack.settings.Settings;
import io.countersign.stack.settings.StartRefused;
import io.countersign.stack.state.StackLock;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** {@code ./countersign drill}: starts programs on a machine that has much else to do. */
record Drill(DrillOptions options, Catalogue catalogue, Console console) {

    /**
     * Returns when all starts are done and nothing runs any more; the end of this process ends it.
     *
     * @return whether every program came up each time
     */
    boolean run() throws IOException, StartRefused {
        Settings settings = options.settings();
        Folders.keepPrivate(settings.data());
        try (StackLock _ = LocalStack.lock(settings)) {
            Folders.keepPrivate(settings.logs());
            StackLog.writeTo(settings.logs());
            Closing closing = new Closing();
            Thread stop = new Thread(closing::close, "stop");
            Runtime.getRuntime().addShutdownHook(stop);
            try {
                return run(closing);
            } finally {
                closing.close();
            }
        }
    }

    private boolean run(Closing closing) throws IOException, StartRefused {
        Settings settings = options.settings();
        KeyFolder keys = new KeyFolder(settings.keys());
        keys.complete(new SecureRandom());
        Servers servers = new ServerStart(settings, keys, console, closing).run();
        List<Application> applications =
                options.chosen(catalogue.applications(settings, servers, keys));
        List<Starts> all = new ArrayList<>();
        StartDrill drill =
                new StartDrill(settings.data(), options.times(), console, InstantSource.system());
        try (BusyProcessors _ = BusyProcessors.start()) {
            for (Application application : applications) {
                all.add(drill.run(application));
            }
        }
        console.say("\n" + StartTable.of(all));
        return all.stream().allMatch(starts -> starts.ready() == options.times());
    }
}
