package io.countersign.stack.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The log of this process. Nothing of it goes to the console. */
public final class StackLog {

    private StackLog() {}

    /** To be called before anything is logged. */
    public static void writeTo(Path logs) throws IOException {
        Files.createDirectories(logs);
        System.setProperty("countersign.logs", logs.toString());
        System.setProperty(
                "logback.configurationFile", "io/countersign/stack/up/stack-logback.xml");
    }
}
