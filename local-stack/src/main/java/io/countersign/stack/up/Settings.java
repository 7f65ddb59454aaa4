package io.countersign.stack.up;

import io.countersign.stack.process.Supervisor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How the stack is to be started.
 *
 * @param checkout where the modules with their jars are
 * @param data for everything that is kept between runs
 * @param smsWorkers how many share the SMS; those after the first take any free port
 */
record Settings(Path checkout, Path data, Ports ports, int smsWorkers, Supervisor.Policy onDeath) {

    /**
     * Reads the command line, and the environment for ports that it does not name.
     *
     * @throws StartRefused when an option is unknown or has no sensible value
     */
    static Settings parse(Path checkout, List<String> options, Map<String, String> environment)
            throws StartRefused {
        Ports ports = options.contains("--free-ports") ? Ports.free() : Ports.defaults();
        Settings settings =
                new Settings(
                        checkout,
                        checkout.resolve(".countersign"),
                        fromEnvironment(ports, environment),
                        1,
                        Supervisor.Policy.RESTART);
        for (String option : options) {
            settings = settings.with(option);
        }
        return settings;
    }

    Path keys() {
        return data.resolve("keys");
    }

    Path logs() {
        return data.resolve("logs");
    }

    private static Ports fromEnvironment(Ports ports, Map<String, String> environment)
            throws StartRefused {
        Ports chosen = ports;
        for (Endpoint endpoint : Endpoint.values()) {
            String value = environment.get(endpoint.variable());
            if (value != null && !value.isBlank()) {
                chosen = chosen.with(endpoint, number(endpoint.variable(), value, 1, 65535));
            }
        }
        return chosen;
    }

    private Settings with(String option) throws StartRefused {
        String name = option.substring(0, valueStart(option));
        String value = option.substring(Math.min(valueStart(option) + 1, option.length()));
        for (Endpoint endpoint : Endpoint.values()) {
            if (endpoint.option().equals(name)) {
                int port = number(name, value, 1, 65535);
                return new Settings(
                        checkout, data, ports.with(endpoint, port), smsWorkers, onDeath);
            }
        }
        return switch (name) {
            case "--free-ports" -> this;
            case "--data-dir" ->
                    new Settings(
                            checkout, Path.of(value).toAbsolutePath(), ports, smsWorkers, onDeath);
            case "--workers" -> new Settings(checkout, data, ports, workers(value), onDeath);
            case "--no-restart" ->
                    new Settings(checkout, data, ports, smsWorkers, Supervisor.Policy.LEAVE);
            default ->
                    throw new StartRefused(
                            "Unknown option " + option + ". ./countersign help lists them.");
        };
    }

    private static int valueStart(String option) {
        int equals = option.indexOf('=');
        return equals < 0 ? option.length() : equals;
    }

    private static int workers(String value) throws StartRefused {
        if (!value.startsWith("sms=")) {
            throw new StartRefused("--workers takes sms=NUMBER, not " + value);
        }
        return number("--workers=sms", value.substring("sms=".length()), 1, 16);
    }

    private static int number(String key, String value, int least, int most) throws StartRefused {
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number out of range.
        }
        throw new StartRefused(
                "%s takes a number from %d to %d, not '%s'".formatted(key, least, most, value));
    }
}
