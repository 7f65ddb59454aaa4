package io.countersign.stack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartCacheTest {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir Path folder;

    /** Ends well, unless it is told otherwise. */
    public static final class Greeting {

        private Greeting() {}

        public static void main(String[] arguments) {
            System.out.println("Started");
            System.exit(Integer.getInteger("exit.code", 0));
        }
    }

    @Test
    void a_recorded_start_is_used_by_the_next() throws Exception {
        JavaProgram program = program("build-1");

        program.recordStart(List.of(), PATIENCE, log());

        assertThat(program.startCache().file()).isNotEmptyFile();
        // Fails where the file does not fit.
        Process next =
                start(
                        program.command(),
                        "-XX:AOTMode=on",
                        "-Xlog:class+load:file=" + folder.resolve("classes.log"));
        assertThat(next.waitFor()).isZero();
        assertThat(folder.resolve("classes.log"))
                .content()
                .containsPattern(Greeting.class.getSimpleName() + " source: shared objects file");
    }

    @Test
    void without_one_the_program_starts_as_always() throws Exception {
        JavaProgram program = program("build-1");

        assertThat(program.startCache().exists()).isFalse();
        assertThat(start(program.command()).waitFor()).isZero();
    }

    @Test
    void a_file_that_does_not_fit_is_left_alone() throws Exception {
        JavaProgram program = program("build-1");
        Files.writeString(program.startCache().file(), "no cache");

        assertThat(start(program.command()).waitFor()).isZero();
    }

    @Test
    void those_of_earlier_builds_go() throws Exception {
        JavaProgram earlier = program("build-1");
        JavaProgram later = program("build-2");
        earlier.recordStart(List.of(), PATIENCE, log());

        later.recordStart(List.of(), PATIENCE, log());

        assertThat(later.startCache().exists()).isTrue();
        assertThat(earlier.startCache().exists()).isFalse();
    }

    @Test
    void a_start_that_fails_leaves_none() throws Exception {
        JavaProgram program = program("build-1");

        assertThatThrownBy(() -> program.recordStart(List.of("-Dexit.code=3"), PATIENCE, log()))
                .isInstanceOf(IOException.class)
                .hasMessage("greeting ended with exit code 3. Its log: " + log());

        assertThat(program.startCache().exists()).isFalse();
    }

    private Process start(List<String> command, String... flags) throws IOException {
        List<String> all = new ArrayList<>(command);
        all.addAll(1, List.of(flags));
        return new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
    }

    private Path log() {
        return folder.resolve("greeting.log");
    }

    private JavaProgram program(String build) throws IOException {
        Path jar = Files.createDirectories(folder.resolve("unpacked").resolve(build));
        return new JavaProgram(
                "greeting",
                List.of("-Xmx64m", "-XX:+UseSerialGC"),
                List.of(jar(jar.resolve("greeting.jar"))),
                Greeting.class.getName(),
                Map.of());
    }

    private static Path jar(Path file) throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            for (Class<?> type : List.of(Child.class, Greeting.class)) {
                String name = type.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new JarEntry(name));
                try (InputStream code = type.getResourceAsStream("/" + name)) {
                    code.transferTo(jar);
                }
            }
        }
        return file;
    }
}
