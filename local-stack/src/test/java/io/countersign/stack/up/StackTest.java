package io.countersign.stack.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.countersign.stack.state.StackFile;
import io.countersign.stack.state.StackFile.Running;
import io.countersign.test.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Tests with a stack of their own run beside those that share one. */
class StackTest {

    /** Of the stack that the tests share which do not end it. */
    @TempDir static Path folder;

    private static Path sharedData;

    private static StackProcess shared;

    @TempDir Path data;

    @BeforeAll
    static void aReadyStack() throws IOException {
        sharedData = folder.resolve("data");
        shared = ready(sharedData);
    }

    @AfterAll
    static void stop() throws IOException {
        shared.close();
    }

    @Test
    void it_tells_what_a_person_needs() throws Exception {
        assertThat(shared.output())
                .contains("Login page  " + file(sharedData).login())
                .contains("Handset     " + file(sharedData).handset())
                .contains("demo@countersign.example")
                .contains("correct horse battery staple");
    }

    @Test
    @Tag("SECURITY-23")
    void no_secret_is_on_its_console_or_on_a_command_line() throws Exception {
        List<String> secrets =
                List.of(
                        Files.readString(sharedData.resolve("keys/redis-password")).strip(),
                        Files.readString(sharedData.resolve("keys/postgres-password")).strip());
        String arguments =
                shared.process()
                        .descendants()
                        .map(child -> child.info().commandLine().orElse(""))
                        .collect(Collectors.joining("\n"));

        assertThat(arguments).contains("redis-server").contains("postgres").contains("bin/java");
        assertThat(secrets).noneMatch(shared.output()::contains).noneMatch(arguments::contains);
    }

    @Test
    void a_second_start_says_that_one_is_running_and_where() throws Exception {
        try (StackProcess second = StackProcess.start(sharedData, Map.of(), "--free-ports")) {
            assertThat(second.process().waitFor(Patience.LONG)).isTrue();

            assertThat(second.process().exitValue()).isEqualTo(1);
            assertThat(second.output())
                    .contains("There is one already")
                    .contains("process " + shared.process().pid())
                    .contains(file(sharedData).login());
        }
    }

    @Test
    void a_killed_application_is_told_of_and_started_again_without_touching_the_others()
            throws Exception {
        Running killed = running("second");
        Running other = running("first");

        kill(killed);

        await().until(() -> running("second").pid() != killed.pid());
        assertThat(shared.output())
                .contains("second ended with exit code 137 and is started again in 1 s")
                .contains("The stand-in listens")
                .contains("second runs again, as process " + running("second").pid());
        assertThat(isAlive(running("second"))).isTrue();
        assertThat(running("first")).isEqualTo(other);
        assertThat(isAlive(other)).isTrue();
    }

    @Test
    @Tag("RELIABILITY-25")
    @Execution(ExecutionMode.CONCURRENT)
    void an_application_that_lives_but_never_listens_is_started_anew() throws Exception {
        try (StackProcess stack =
                StackProcess.start(data, Map.of("SECOND_STAND_IN", "stuck"), "--free-ports")) {
            await().until(stack::isReady);

            assertThat(stack.output())
                    .contains("second is not ready and has done nothing for 2 s")
                    .contains("The stand-in hangs on purpose")
                    .contains("It is started anew")
                    .contains("second is ready");
        }
    }

    @Test
    void kafka_can_be_killed_by_hand_and_comes_back_with_its_data() throws Exception {
        Running kafka = running("kafka");
        Path cluster = sharedData.resolve("kafka/meta.properties");
        String before = Files.readString(cluster);

        kill(kafka);

        await().until(() -> running("kafka").pid() != kafka.pid());
        assertThat(isAlive(running("kafka"))).isTrue();
        assertThat(running("kafka").port()).isEqualTo(kafka.port());
        assertThat(cluster).content().isEqualTo(before);
        assertThat(isAlive(running("first"))).isTrue();
    }

    @Test
    void nobody_but_its_owner_can_read_its_data_and_logs() throws Exception {
        assertThat(others(sharedData)).isEmpty();
        for (String folder : List.of("kafka", "redis", "postgres", "keys", "logs")) {
            assertThat(others(sharedData.resolve(folder))).as(folder).isEmpty();
        }
        try (Stream<Path> logs = Files.list(sharedData.resolve("logs"))) {
            assertThat(logs).isNotEmpty().allSatisfy(log -> assertThat(others(log)).isEmpty());
        }
    }

    private static Set<PosixFilePermission> others(Path path) throws IOException {
        Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(path));
        permissions.removeIf(permission -> permission.name().startsWith("OWNER_"));
        return permissions;
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void ctrl_c_and_a_kill_end_it_with_all_its_children_and_leave_its_data() throws Exception {
        String keys;
        try (StackProcess stack = ready(data)) {
            List<Running> children = file(data).processes();
            assertThat(children)
                    .extracting(Running::name)
                    .containsExactly("kafka", "redis", "postgres", "first", "second");
            keys = Files.readString(data.resolve("keys/seal-sms.json"));

            interrupt(stack);

            assertThat(stack.process().waitFor(Patience.LONG)).isTrue();
            assertThat(children).noneMatch(StackTest::isAlive);
            assertThat(stack.output()).contains("Stopped");
            assertThat(StackFile.read(data)).isEmpty();
        }

        try (StackProcess stack = ready(data)) {
            assertThat(data.resolve("keys/seal-sms.json")).content().isEqualTo(keys);
            List<Running> children = file(data).processes();

            stack.process().destroyForcibly();

            await().until(() -> children.stream().noneMatch(StackTest::isAlive));
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void an_application_that_does_not_come_up_stops_the_start_with_its_own_words()
            throws Exception {
        try (StackProcess stack =
                StackProcess.start(data, Map.of("SECOND_STAND_IN", "broken"), "--free-ports")) {
            assertThat(stack.process().waitFor(Patience.LONG)).isTrue();

            assertThat(stack.process().exitValue()).isEqualTo(1);
            assertThat(stack.output())
                    .contains("second ended with exit code 3 while starting")
                    .contains("The stand-in is broken on purpose")
                    .doesNotContain("Countersign is ready");
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void an_occupied_port_is_named_with_the_keys_to_change_it() throws Exception {
        try (ServerSocket occupier = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                StackProcess stack =
                        StackProcess.start(
                                data,
                                Map.of(),
                                "--free-ports",
                                "--gateway-port=" + occupier.getLocalPort())) {
            assertThat(stack.process().waitFor(Patience.LONG)).isTrue();

            assertThat(stack.process().exitValue()).isEqualTo(1);
            assertThat(stack.output())
                    .contains("Port " + occupier.getLocalPort() + " is taken")
                    .contains("the auth gateway")
                    .contains("--gateway-port=")
                    .contains("COUNTERSIGN_GATEWAY_PORT=");
        }
    }

    private static StackProcess ready(Path data) throws IOException {
        StackProcess stack = StackProcess.start(data, Map.of(), "--free-ports");
        await().until(
                        () -> {
                            assertThat(stack.process().isAlive()).as(stack.output()).isTrue();
                            return stack.isReady();
                        });
        return stack;
    }

    private static StackFile file(Path data) throws IOException {
        return StackFile.read(data).orElseThrow();
    }

    private static Running running(String name) throws IOException {
        return file(sharedData).processes().stream()
                .filter(process -> process.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isAlive(Running process) {
        return ProcessHandle.of(process.pid()).map(ProcessHandle::isAlive).orElse(false);
    }

    private static void kill(Running process) {
        ProcessHandle.of(process.pid()).orElseThrow().destroyForcibly();
    }

    private static void interrupt(StackProcess stack) throws Exception {
        new ProcessBuilder("kill", "-s", "INT", Long.toString(stack.process().pid()))
                .inheritIO()
                .start()
                .waitFor();
    }
}
