package io.countersign.stack.console;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** The few lines that a person sees. Everything else goes to the logs. */
public final class Console {

    private final PrintStream out;
    private final InstantSource clock;
    private final Instant start;

    public Console(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
        this.start = clock.instant();
    }

    /** One line, behind the time since the start. */
    public void step(String text) {
        double seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
        say(String.format(Locale.ROOT, "%6.1f s  %s", seconds, text));
    }

    public void say(String text) {
        out.println(text);
        out.flush();
    }
}
