package io.countersign.stack.up;

import io.countersign.stack.Folders;
import io.countersign.stack.console.Console;
import io.countersign.stack.console.StackLog;
import io.countersign.stack.drill.DrillOptions;
import io.countersign.stack.keys.KeyFolder;
import io.countersign.stack.settings.Settings;
import io.countersign.stack.settings.StartRefused;
import io.countersign.stack.state.StackLock;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the script {@code countersign} runs, with the commands up, status, stop, keys, drill and
 * train.
 *
 * <p>The system property {@code countersign.checkout} says where the modules are.
 */
public final class LocalStack {

    private final Path checkout;
    private final PrintStream out;

    private LocalStack(Path checkout, PrintStream out) {
        this.checkout = checkout;
        this.out = out;
    }

    /**
     * Runs one command.
     *
     * @param arguments the command and its options
     */
    public static void main(String[] arguments) {
        Path checkout = Path.of(System.getProperty("countersign.checkout", "")).toAbsolutePath();
        System.exit(new LocalStack(checkout, System.out).run(Arrays.asList(arguments)));
    }

    private int run(List<String> arguments) {
        try {
            String command = arguments.isEmpty() ? "" : arguments.getFirst();
            List<String> options = arguments.stream().skip(1).toList();
            return switch (command) {
                case "up" -> up(settings(options), Countersign::applications, out);
                case "status" -> status(settings(options));
                case "stop" -> stop(settings(options));
                case "keys" -> keys(options);
                case "drill" -> drill(options);
                case "train" -> train();
                default -> throw new StartRefused("Unknown command '" + command + "'");
            };
        } catch (StartRefused | IOException e) {
            out.println(e.getMessage());
            return 1;
        } catch (RuntimeException bug) {
            // Threads of a stack would keep an unattended process alive.
            bug.printStackTrace(out);
            return 1;
        }
    }

    /** Starts a stack and returns when it has ended; the end of this process ends it. */
    static int up(Settings settings, Catalogue catalogue, PrintStream out)
            throws IOException, StartRefused {
        if (!Files.exists(settings.data())) {
            Folders.keepPrivate(settings.data());
        }
        StackLock lock = lock(settings);
        Folders.keepPrivate(settings.logs());
        StackLog.writeTo(settings.logs());
        Console console = new Console(out, InstantSource.system());
        Stack stack = new Stack(settings, catalogue, console, InstantSource.system());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, console), "stop"));
        try {
            stack.run(() -> console.say(ready(settings)));
            return 0;
        } catch (IOException e) {
            if (stack.isClosed()) {
                return 0;
            }
            throw e;
        } finally {
            lock.close();
        }
    }

    static StackLock lock(Settings settings) throws IOException, StartRefused {
        Optional<StackLock> lock = StackLock.take(settings.data());
        if (lock.isEmpty()) {
            throw new StartRefused(
                    RunningStack.in(settings.data())
                            .map(running -> "There is one already. " + running.description())
                            .orElse("Another ./countersign was just busy here. Try again."));
        }
        return lock.get();
    }

    private static void stop(Stack stack, Console console) {
        console.say("");
        console.step("Stopping");
        stack.close();
        console.step("Stopped");
    }

    private static String ready(Settings settings) {
        return """

            Countersign is ready.

              Login page  %s
              Account     %s
              Password    %s
              Handset     %s
                          the phone %s; codes and calls arrive there
              Telegram    %s
              Mailbox     %s
              Logs        %s

            Ctrl-C stops everything.
            """
                .formatted(
                        Demonstration.login(settings.ports()),
                        Demonstration.EMAIL,
                        Demonstration.PASSWORD,
                        Demonstration.handset(settings.ports()),
                        Demonstration.PHONE,
                        Demonstration.telegram(settings.ports()),
                        Demonstration.mailbox(settings.ports()),
                        settings.logs());
    }

    private int status(Settings settings) throws IOException {
        Optional<RunningStack> running = RunningStack.in(settings.data());
        out.println(running.map(RunningStack::description).orElse("Countersign does not run."));
        return running.isPresent() ? 0 : 1;
    }

    private int stop(Settings settings) throws IOException, StartRefused {
        Optional<RunningStack> running = RunningStack.in(settings.data());
        if (running.isPresent() && !running.get().stop()) {
            throw new StartRefused("It has not stopped within a minute.");
        }
        out.println(running.isPresent() ? "Countersign has stopped." : "Countersign does not run.");
        return 0;
    }

    private int keys(List<String> options) throws IOException, StartRefused {
        if (options.size() != 1) {
            throw new StartRefused("Usage: ./countersign keys DIR");
        }
        KeyFolder keys = new KeyFolder(Path.of(options.getFirst()).toAbsolutePath());
        List<String> written = keys.completeForDeployment(new SecureRandom());
        out.println(
                written.isEmpty()
                        ? "Every key was in " + keys.path() + " already; nothing was changed."
                        : "Wrote to " + keys.path() + ": " + String.join(", ", written));
        return 0;
    }

    private int drill(List<String> options) throws IOException, StartRefused {
        Drill drill =
                new Drill(
                        DrillOptions.parse(checkout, options),
                        Countersign::applications,
                        new Console(out, InstantSource.system()));
        return drill.run() ? 0 : 1;
    }

    private int train() throws IOException, StartRefused {
        Settings settings =
                settings(
                        List.of(
                                "--free-ports",
                                "--data-dir="
                                        + checkout.resolve(".countersign").resolve("training")));
        new Training(settings, Countersign::applications, new Console(out, InstantSource.system()))
                .run();
        return 0;
    }

    private Settings settings(List<String> options) throws StartRefused {
        return Settings.parse(checkout, options, System.getenv());
    }
}
