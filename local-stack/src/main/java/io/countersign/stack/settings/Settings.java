package io.countersign.stack.settings;

import io.countersign.stack.process.Supervisor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the stack is to be started.
 *
 * @param checkout where the modules with their jars are
 * @param data for everything that is kept between runs
 * @param smsProvider where SMS go instead of to the simulator; null for the simulator
 */
public record Settings(
        Path checkout,
        Path data,
        Ports ports,
        SmsWorkers smsWorkers,
        Supervisor.Policy onDeath,
        @Nullable String smsProvider) {

    /**
     * Reads the command line, and the environment for ports that it does not name.
     *
     * @throws StartRefused when an option is unknown or has no sensible value
     */
    public static Settings parse(
            Path checkout, List<String> options, Map<String, String> environment)
            throws StartRefused {
        Ports ports = options.contains("--free-ports") ? Ports.free() : Ports.defaults();
        Settings settings =
                new Settings(
                        checkout,
                        checkout.resolve(".countersign"),
                        ports,
                        SmsWorkers.ONE,
                        Supervisor.Policy.RESTART,
                        null);
        for (Endpoint endpoint : Endpoint.values()) {
            String value = environment.getOrDefault(endpoint.variable(), "");
            if (!value.isBlank()) {
                settings = settings.with(endpoint, endpoint.variable(), value);
            }
        }
        for (String option : options) {
            settings = settings.with(option);
        }
        settings.smsWorkers.refuseIdlePorts();
        return settings;
    }

    public Path keys() {
        return data.resolve("keys");
    }

    public Path logs() {
        return data.resolve("logs");
    }

    /** A sentence for each port that another program listens on, with what to do about it. */
    public List<String> conflicts() {
        return Stream.concat(ports.conflicts().stream(), smsWorkers.conflicts(ports).stream())
                .toList();
    }

    private Settings with(String option) throws StartRefused {
        String name = option.substring(0, valueStart(option));
        String value = option.substring(Math.min(valueStart(option) + 1, option.length()));
        Optional<Endpoint> endpoint =
                Arrays.stream(Endpoint.values())
                        .filter(each -> each.option().equals(name))
                        .findFirst();
        if (endpoint.isPresent()) {
            return with(endpoint.get(), name, value);
        }
        return switch (name) {
            case "--free-ports" -> this;
            case "--data-dir" ->
                    new Settings(
                            checkout,
                            Path.of(value).toAbsolutePath(),
                            ports,
                            smsWorkers,
                            onDeath,
                            smsProvider);
            case "--workers" ->
                    new Settings(
                            checkout,
                            data,
                            ports,
                            smsWorkers.with(workers(value)),
                            onDeath,
                            smsProvider);
            case "--no-restart" ->
                    new Settings(
                            checkout,
                            data,
                            ports,
                            smsWorkers,
                            Supervisor.Policy.LEAVE,
                            smsProvider);
            case "--sms-provider" ->
                    new Settings(checkout, data, ports, smsWorkers, onDeath, value);
            default ->
                    throw new StartRefused(
                            "Unknown option " + option + ". ./countersign help lists them.");
        };
    }

    private Settings with(Endpoint endpoint, String key, String value) throws StartRefused {
        if (endpoint != Endpoint.SMS) {
            return new Settings(
                    checkout,
                    data,
                    ports.with(endpoint, port(key, value)),
                    smsWorkers,
                    onDeath,
                    smsProvider);
        }
        List<String> values = List.of(value.split(",", -1));
        Ports changed = ports.with(endpoint, port(key, values.getFirst()));
        SmsWorkers workers = smsWorkers.withPorts(List.of());
        for (String more : values.subList(1, values.size())) {
            workers = workers.withPort(port(key, more));
        }
        return new Settings(checkout, data, changed, workers, onDeath, smsProvider);
    }

    private static int valueStart(String option) {
        int equals = option.indexOf('=');
        return equals < 0 ? option.length() : equals;
    }

    private static int workers(String value) throws StartRefused {
        if (!value.startsWith("sms=")) {
            throw new StartRefused("--workers takes sms=NUMBER, not " + value);
        }
        return number("--workers=sms", value.substring("sms=".length()), 16);
    }

    private static int port(String key, String value) throws StartRefused {
        return number(key, value, 65535);
    }

    public static int number(String key, String value, int most) throws StartRefused {
        try {
            int number = Integer.parseInt(value);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number out of range.
        }
        throw new StartRefused(
                "%s takes a number from 1 to %d, not '%s'".formatted(key, most, value));
    }
}
