package io.countersign.stack.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.stack.state.StackFile;
import io.countersign.stack.state.StackLock;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningStackTest {

    @TempDir Path data;

    @Test
    void where_nothing_was_ever_started_none_runs_and_nothing_is_created() throws Exception {
        Path missing = data.resolve("missing");

        assertThat(RunningStack.in(missing)).isEmpty();
        assertThat(missing).doesNotExist();
    }

    @Test
    void one_that_is_still_starting_can_be_told_of_and_stopped() throws Exception {
        try (StackLock lock = StackLock.take(data).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(RunningStack.in(data))
                    .hasValueSatisfying(
                            stack ->
                                    assertThat(stack.description())
                                            .contains("just starting")
                                            .contains("" + ProcessHandle.current().pid()));
        }
    }

    @Test
    void what_one_that_was_killed_left_behind_is_not_taken_for_a_running_one() throws Exception {
        StackLock.take(data).orElseThrow().close();
        new StackFile(1, "http://localhost:1", "http://localhost:2", "localhost:3", List.of())
                .write(data);

        assertThat(RunningStack.in(data)).isEmpty();
    }

    @Test
    void only_one_takes_the_lock() throws Exception {
        try (StackLock first = StackLock.take(data).orElseThrow()) {
            assertThat(first).isNotNull();
            assertThat(StackLock.take(data)).isEmpty();
        }
        assertThat(StackLock.take(data)).isPresent();
    }
}
