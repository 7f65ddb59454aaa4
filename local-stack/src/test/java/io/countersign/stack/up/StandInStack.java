package io.countersign.stack.up;

import io.countersign.stack.FreePort;
import io.countersign.stack.process.JavaProgram;
import java.io.IOException;
import java.nio.file.Path;
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
            System.exit(LocalStack.up(settings, (s, servers, keys) -> applications(), System.out));
        } catch (StartRefused | IOException e) {
            System.out.println(e.getMessage());
            System.exit(1);
        }
    }

    private static List<Application> applications() {
        return List.of(standIn("first", "healthy"), standIn("second", second()));
    }

    private static String second() {
        return System.getenv().getOrDefault("SECOND_STAND_IN", "healthy");
    }

    private static Application standIn(String name, String behaviour) {
        int port = FreePort.any();
        Map<String, String> environment = new HashMap<>();
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("STAND_IN", behaviour);
        List<Path> classPath =
                Arrays.stream(
                                System.getProperty("java.class.path")
                                        .split(System.getProperty("path.separator"), -1))
                        .map(Path::of)
                        .toList();
        return new Application(
                new JavaProgram(
                        name,
                        List.of("-Xmx64m", "-XX:TieredStopAtLevel=1"),
                        classPath,
                        StandIn.class.getName(),
                        environment),
                port);
    }
}
