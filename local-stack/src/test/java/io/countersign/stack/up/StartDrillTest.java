package io.countersign.stack.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.stack.FreePort;
import io.countersign.stack.application.Application;
import io.countersign.stack.console.Console;
import io.countersign.stack.drill.StartTable;
import io.countersign.stack.drill.Starts;
import io.countersign.stack.process.JavaProgram;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("RELIABILITY-25")
class StartDrillTest {

    @TempDir Path data;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void a_start_that_never_listens_is_reported_with_its_threads() throws Exception {
        Starts starts = drill(1, standIn("hanging", Duration.ofSeconds(5)));

        assertThat(starts.hung()).isEqualTo(1);
        assertThat(starts.ready()).isZero();
        assertThat(output()).contains("stand-in 1 of 1: HUNG: it lives and never listened");
        assertThat(data.resolve("failed/stand-in-1/program.log"))
                .content()
                .contains("hangs on purpose");
        assertThat(data.resolve("failed/stand-in-1/threads.txt"))
                .content()
                .contains("StandIn.main");
        assertThat(data.resolve("failed/stand-in-1/virtual-threads.txt"))
                .content()
                .contains("StandIn.main");
        assertThat(alive()).isFalse();
    }

    @Test
    void a_start_that_ends_by_itself_is_told_from_one_that_hangs() throws Exception {
        Starts starts = drill(1, standIn("broken", Duration.ofMinutes(2)));

        assertThat(starts.ended()).isEqualTo(1);
        assertThat(starts.hung()).isZero();
        assertThat(output()).contains("stand-in 1 of 1: ENDED with exit code 3");
        assertThat(data.resolve("failed/stand-in-1/program.log"))
                .content()
                .contains("broken on purpose");
    }

    @Test
    void what_comes_up_is_started_as_often_as_asked_and_then_stopped() throws Exception {
        Starts starts = drill(3, standIn("healthy", Duration.ofMinutes(2)));

        assertThat(starts.ready()).isEqualTo(3);
        assertThat(StartTable.of(List.of(starts)))
                .containsPattern("stand-in +3 +0 +0 +[0-9.]+ s +[0-9.]+ s");
        assertThat(data.resolve("failed")).doesNotExist();
        assertThat(alive()).isFalse();
    }

    private Starts drill(int times, Application application) throws Exception {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        Console console = new Console(out, InstantSource.system());
        return new StartDrill(data, times, console, InstantSource.system()).run(application);
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** Whether a stand-in of this test runs. */
    private boolean alive() {
        return ProcessHandle.current()
                .descendants()
                .flatMap(child -> child.info().commandLine().stream())
                .anyMatch(command -> command.contains(marker()));
    }

    private String marker() {
        return "-Dstarted.by=" + data;
    }

    private Application standIn(String behaviour, Duration patience) {
        int port = FreePort.any();
        return new Application(
                new JavaProgram(
                        "stand-in",
                        List.of("-Xmx64m", "-XX:TieredStopAtLevel=1", marker()),
                        JavaProgram.ownClassPath(),
                        StandIn.class.getName(),
                        Map.of("SERVER_PORT", Integer.toString(port), "STAND_IN", behaviour)),
                port,
                patience);
    }
}
