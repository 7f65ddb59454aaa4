package io.countersign.stack.application;

import io.countersign.stack.process.Child;
import io.countersign.stack.settings.StartRefused;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How to run a module's executable jar as a child. */
public final class ExecutableJar {

    private ExecutableJar() {}

    /**
     * The jar that the build left in a module.
     *
     * @throws StartRefused when there is none
     */
    public static Path of(String module, Path checkout) throws IOException, StartRefused {
        Path target = checkout.resolve(module).resolve("target");
        if (Files.isDirectory(target)) {
            try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, "*-exec.jar")) {
                for (Path jar : jars) {
                    return jar;
                }
            }
        }
        throw new StartRefused(
                "%s is not built: no *-exec.jar in %s. ./countersign up builds it."
                        .formatted(module, target));
    }

    /** The jar and, beside it, the few classes by which a child notices its parent's end. */
    public static List<Path> classPath(UnpackedJar jar) {
        try {
            return List.of(
                    jar.application(),
                    Path.of(
                            Child.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The stack does not know where its own jar is", e);
        }
    }

    /**
     * For a quick start in little memory, at the price of a lower top speed. Without the sizes to
     * start with, Java takes the whole heap at once on a large machine.
     */
    public static List<String> flags(int heapMegabytes) {
        return flags(heapMegabytes, List.of("-Xms16m", "-Xmn10m", "-XX:TieredStopAtLevel=1"));
    }

    /**
     * For what hashes passwords: compiled thoroughly, and with BouncyCastle's Argon2 in one piece.
     * Left to itself the compiler inlines it differently at each start, and the hash can take twice
     * as long until the program ends. The survivor spaces hold the blocks of two hashes under way,
     * which would be copied to the old generation otherwise. By the priorities, the threads that
     * hash come after those that answer, and those that compile are like any other.
     */
    public static List<String> hashingFlags(int heapMegabytes) {
        return flags(
                heapMegabytes,
                List.of(
                        "-Xmn96m",
                        "-XX:SurvivorRatio=4",
                        "-XX:ThreadPriorityPolicy=1",
                        "-XX:CompilerThreadPriority=0",
                        "-XX:CompileCommand=quiet",
                        "-XX:CompileCommand=inline,org.bouncycastle.crypto.generators.Argon2BytesGenerator*::*",
                        "-XX:CompileCommand=inline,org.bouncycastle.util.Longs::rotateRight"));
    }

    private static List<String> flags(int heapMegabytes, List<String> more) {
        List<String> flags =
                new ArrayList<>(
                        List.of(
                                "-Xmx" + heapMegabytes + "m",
                                "-XX:+UseSerialGC",
                                "-XX:+ExitOnOutOfMemoryError",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow"));
        flags.addAll(more);
        return flags;
    }
}
