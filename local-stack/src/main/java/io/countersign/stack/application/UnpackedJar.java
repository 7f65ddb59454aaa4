package io.countersign.stack.application;

import io.countersign.stack.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.jar.JarFile;

/**
 * An executable jar, unpacked: classes load from plain jars. From nested ones a start can hang
 * forever, because reading them holds a monitor that virtual threads cannot wait for without their
 * carriers (Spring Boot's issues 51379 and 51463).
 *
 * @param application the jar whose manifest names the main class and the jars in {@code lib}
 */
public record UnpackedJar(Path application) {

    private static final String FOLDER = "unpacked";

    /** Unpacks the jar, unless that was done since it was built. */
    public static UnpackedJar of(Path jar) throws IOException {
        BasicFileAttributes built = Files.readAttributes(jar, BasicFileAttributes.class);
        String version = built.lastModifiedTime().toMillis() + "-" + built.size();
        Path folder =
                Folders.createOnce(
                        jar.resolveSibling(FOLDER).resolve(version), empty -> unpack(jar, empty));
        return new UnpackedJar(folder.resolve(jar.getFileName()));
    }

    public String mainClass() throws IOException {
        try (JarFile jar = new JarFile(application.toFile())) {
            return jar.getManifest().getMainAttributes().getValue("Main-Class");
        }
    }

    private static void unpack(Path jar, Path folder) throws IOException {
        Path log = folder.resolve("unpacked.log");
        Process tool =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-XX:TieredStopAtLevel=1",
                                        "-XX:+UseSerialGC",
                                        "-Djarmode=tools",
                                        "-jar",
                                        jar.toString(),
                                        "extract",
                                        "--force",
                                        "--destination",
                                        folder.toString()))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        try {
            if (tool.waitFor() != 0) {
                throw new IOException(
                        "%s could not be unpacked. %s".formatted(jar, Files.readString(log)));
            }
        } catch (InterruptedException e) {
            tool.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while unpacking " + jar, e);
        }
    }
}
