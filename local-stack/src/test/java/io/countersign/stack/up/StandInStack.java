package io.countersign.stack.up;

import io.countersign.stack.FreePort;
import io.countersign.stack.application.Application;
import io.countersign.stack.process.JavaProgram;
import io.countersign.stack.settings.Settings;
import io.countersign.stack.settings.StartRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code ./countersign up} with stand-ins for the applications. */
public final class StandInStack {

    private StandInStack() {}

    /**
     * Starts it.
     *
     * @param arguments the options of up
     */
    public static void main(String[] arguments) throws Exception {
        Settings settings =
                Settings.parse(Path.of("").toAbsolutePath(), Arrays.asList(arguments), Map.of());
        try {
            System.exit(LocalStack.up(settings, (s, servers, keys) -> applications(s), System.out));
        } catch (StartRefused | IOException e) {
            System.out.println(e.getMessage());
            System.exit(1);
        }
    }

    private static List<Application> applications(Settings settings) {
        return List.of(
                standIn(settings, "first", "healthy", Duration.ofMinutes(2)),
                standIn(settings, "second", second(), Duration.ofSeconds(2)));
    }

    private static String second() {
        return System.getenv().getOrDefault("SECOND_STAND_IN", "healthy");
    }

    private static Application standIn(
            Settings settings, String name, String behaviour, Duration patience) {
        int port = FreePort.any();
        Map<String, String> environment = new HashMap<>();
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("STAND_IN", behaviour);
        environment.put("FIRST_START", settings.data().resolve("first-start").toString());
        return new Application(
                new JavaProgram(
                        name,
                        List.of("-Xmx64m", "-XX:TieredStopAtLevel=1"),
                        JavaProgram.ownClassPath(),
                        StandIn.class.getName(),
                        environment),
                port,
                patience);
    }
}
