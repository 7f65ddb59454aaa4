package io.countersign.stack.settings;

import io.countersign.stack.FreePort;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How many workers share the SMS.
 *
 * @param morePorts of the second and those after it; a worker that gets none takes any free one
 */
public record SmsWorkers(int count, List<Integer> morePorts) {

    static final SmsWorkers ONE = new SmsWorkers(1, List.of());

    public SmsWorkers {
        morePorts = List.copyOf(morePorts);
    }

    SmsWorkers with(int newCount) {
        return new SmsWorkers(newCount, morePorts);
    }

    SmsWorkers withPorts(List<Integer> ports) {
        return new SmsWorkers(count, ports);
    }

    SmsWorkers withPort(int port) {
        return withPorts(Stream.concat(morePorts.stream(), Stream.of(port)).toList());
    }

    /**
     * The port of a worker after the first.
     *
     * @param number 2 for the second
     */
    public int port(int number) {
        return number - 2 < morePorts.size() ? morePorts.get(number - 2) : FreePort.any();
    }

    /**
     * @throws StartRefused when there are more ports than workers
     */
    void refuseIdlePorts() throws StartRefused {
        if (morePorts.size() >= count) {
            throw new StartRefused(
                    "--sms-port has %d ports for %d SMS worker%s. Say how many there are: --workers=sms=%d"
                            .formatted(
                                    morePorts.size() + 1,
                                    count,
                                    count == 1 ? "" : "s",
                                    morePorts.size() + 1));
        }
    }

    /** A sentence for each port that is not free, with what to do about it. */
    List<String> conflicts(Ports others) {
        Set<Integer> wanted = new HashSet<>(others.byEndpoint().values());
        return morePorts.stream()
                .filter(port -> !wanted.add(port) || Ports.isTaken(port))
                .map(
                        port ->
                                "Port %d is taken, wanted for a further SMS worker. Free it, or choose another in %s=…, or leave it out there for any free one."
                                        .formatted(port, Endpoint.SMS.option()))
                .toList();
    }
}
