package io.countersign.bench.measure;

import io.countersign.stack.state.StackFile.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** CPU and memory of programs with all their children, from Linux's {@code /proc}. */
public final class ProcessCosts {

    /** Clock ticks a second: what Linux tells programs on every architecture that we run on. */
    private static final double TICKS = 100;

    private final List<Running> programs;

    public ProcessCosts(List<Running> programs) {
        this.programs = programs;
    }

    /** Seconds of CPU that each has used so far, by name. */
    public Map<String, Double> cpu() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        for (Running program : programs) {
            seconds.put(program.name(), tree(program.pid()).mapToDouble(ProcessCosts::cpuOf).sum());
        }
        return seconds;
    }

    /** Seconds of CPU that this program itself has used: the generator's. */
    public static double own() {
        return cpuOf(ProcessHandle.current().pid());
    }

    /** MiB that each holds: its own, and of what is shared its share (PSS). */
    public Map<String, Double> memory() {
        Map<String, Double> mebibytes = new LinkedHashMap<>();
        for (Running program : programs) {
            mebibytes.put(
                    program.name(), tree(program.pid()).mapToDouble(ProcessCosts::pssOf).sum());
        }
        return mebibytes;
    }

    /** What was used between two readings. */
    public static Map<String, Double> difference(
            Map<String, Double> before, Map<String, Double> after) {
        Map<String, Double> used = new LinkedHashMap<>();
        after.forEach((name, value) -> used.put(name, value - before.getOrDefault(name, 0.0)));
        return used;
    }

    public static double sum(Map<String, Double> costs) {
        return costs.values().stream().mapToDouble(each -> each).sum();
    }

    private static Stream<Long> tree(long pid) {
        return Stream.concat(
                Stream.of(pid),
                ProcessHandle.of(pid).stream()
                        .flatMap(ProcessHandle::descendants)
                        .map(ProcessHandle::pid));
    }

    /** Its own and that of children which have ended. */
    private static double cpuOf(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = 0;
            for (int field = 11; field <= 14; field++) {
                ticks += Long.parseLong(fields[field]);
            }
            return ticks / TICKS;
        } catch (IOException e) {
            return 0;
        }
    }

    private static double pssOf(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
