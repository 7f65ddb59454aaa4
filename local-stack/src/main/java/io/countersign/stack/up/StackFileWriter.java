package io.countersign.stack.up;

import io.countersign.stack.application.RunningApplication;
import io.countersign.stack.process.Tended;
import io.countersign.stack.settings.Settings;
import io.countersign.stack.state.StackFile;
import io.countersign.stack.state.StackFile.Running;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Keeps the {@link StackFile} true. */
record StackFileWriter(Settings settings, Servers servers, List<RunningApplication> parts) {

    /** Writes what runs now. */
    void write() {
        List<Running> processes = new ArrayList<>();
        processes.add(running("kafka", servers.kafka(), servers.kafka().port()));
        processes.add(running("redis", servers.redis(), servers.redis().port()));
        processes.add(running("postgres", servers.postgres(), servers.postgres().port()));
        for (RunningApplication part : parts) {
            processes.add(
                    running(part.application().name(), part.process(), part.application().port()));
        }
        try {
            new StackFile(
                            ProcessHandle.current().pid(),
                            Demonstration.login(settings.ports()),
                            Demonstration.handset(settings.ports()),
                            servers.kafka().bootstrapServers(),
                            processes)
                    .write(settings.data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing of it runs any more. */
    void delete() {
        try {
            StackFile.delete(settings.data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Running running(String name, Tended process, int port) {
        return new Running(name, process.pid(), port, process.log().toString());
    }
}
