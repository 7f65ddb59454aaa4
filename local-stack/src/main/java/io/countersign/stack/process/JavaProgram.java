package io.countersign.stack.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A program to be run as a child process by the same Java as this one.
 *
 * @param name for people, and of its log file
 * @param mainClass run by {@link Child}, so its class path has to have that as well
 * @param environment added to this process's own; the place for secrets, as every user of the
 *     machine can read arguments
 */
public record JavaProgram(
        String name,
        List<String> flags,
        List<Path> classPath,
        String mainClass,
        Map<String, String> environment) {

    /** Of a program in the same jars as this one. */
    public static List<Path> ownClassPath() {
        String separator = System.getProperty("path.separator");
        return Arrays.stream(System.getProperty("java.class.path").split(separator, -1))
                .map(Path::of)
                .toList();
    }

    /** What makes its start quick, if it is there. */
    public StartCache startCache() {
        return StartCache.beside(classPath.getFirst());
    }

    /**
     * Writes its start cache by starting it.
     *
     * @param settings with which it starts and then ends by itself
     * @param log gets all that it prints
     * @throws IOException when it did not end well within the time, or could not be run
     */
    public void recordStart(List<String> settings, Duration patience, Path log) throws IOException {
        List<String> recording = new ArrayList<>(flags);
        recording.addAll(startCache().recordingFlags());
        recording.addAll(settings);
        TiedProcess process = TiedProcess.ofReader(command(recording), environment, log);
        if (!process.endsWithin(patience)) {
            process.kill();
        }
        if (process.exitCode() != 0) {
            throw new IOException(
                    "%s ended with exit code %d. Its log: %s"
                            .formatted(name, process.exitCode(), log));
        }
        startCache().recorded();
        startCache().deleteOthers();
    }

    List<String> command() {
        List<String> quick = new ArrayList<>(flags);
        quick.addAll(startCache().flags());
        return command(quick);
    }

    private List<String> command(List<String> flags) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.add("-cp");
        command.add(
                classPath.stream()
                        .map(Path::toString)
                        .collect(Collectors.joining(System.getProperty("path.separator"))));
        command.add(Child.class.getName());
        command.add(mainClass);
        return command;
    }

    /** Without the environment, which has secrets. */
    @Override
    public String toString() {
        return "JavaProgram[" + name + "]";
    }
}
