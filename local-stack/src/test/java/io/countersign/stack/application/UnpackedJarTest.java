package io.countersign.stack.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("RELIABILITY-25")
class UnpackedJarTest {

    @TempDir Path target;
    private Path jar;

    @BeforeEach
    void build() throws IOException {
        jar = target.resolve("program-exec.jar");
        write(jar, Tool.class.getName());
    }

    @Test
    void a_program_runs_from_a_jar_that_has_none_in_it() throws Exception {
        UnpackedJar unpacked = UnpackedJar.of(jar);

        assertThat(unpacked.application()).exists().isNotEqualTo(jar);
        assertThat(ExecutableJar.classPath(unpacked)).doesNotContain(jar);
    }

    @Test
    void it_is_unpacked_once_for_each_build() throws Exception {
        Path first = UnpackedJar.of(jar).application();
        assertThat(UnpackedJar.of(jar).application()).isEqualTo(first);
        assertThat(runs()).isEqualTo(1);

        Files.setLastModifiedTime(jar, FileTime.fromMillis(1));

        assertThat(UnpackedJar.of(jar).application()).isNotEqualTo(first).exists();
        assertThat(first).exists();
    }

    @Test
    void two_stacks_at_once_find_it_whole() throws Exception {
        Callable<Boolean> stack = () -> Files.exists(UnpackedJar.of(jar).application());
        try (ExecutorService stacks = Executors.newFixedThreadPool(3)) {
            for (Future<Boolean> whole : stacks.invokeAll(List.of(stack, stack, stack))) {
                assertThat(whole.get()).isTrue();
            }
        }
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void one_that_cannot_be_unpacked_says_why_and_is_tried_again() throws Exception {
        Files.delete(jar);
        write(jar, "no.such.Class");

        assertThatThrownBy(() -> UnpackedJar.of(jar))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("could not be unpacked")
                .hasMessageContaining("no.such.Class");
        assertThatThrownBy(() -> UnpackedJar.of(jar)).isInstanceOf(IOException.class);
        assertThat(runs()).isZero();
    }

    /** How many folders unpacking has left. */
    private long runs() throws IOException {
        try (Stream<Path> folders = Files.list(target.resolve("unpacked"))) {
            return folders.count();
        }
    }

    /** A jar that unpacks itself, as Spring Boot's do. */
    private static void write(Path jar, String mainClass) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, mainClass);
        String tool = Tool.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file, manifest)) {
            entries.putNextEntry(new ZipEntry(tool));
            entries.write(Tool.class.getResourceAsStream("/" + tool).readAllBytes());
        }
    }

    /** Stands for Spring Boot's tool: takes extract, --force, --destination and the folder. */
    public static final class Tool {

        private Tool() {}

        public static void main(String[] arguments) throws IOException {
            Files.writeString(Path.of(arguments[3]).resolve("program-exec.jar"), "taken apart");
        }
    }
}
