package io.countersign.stack.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.stack.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The health check of the images. */
@EnabledOnOs(OS.LINUX)
@Tag("RELIABILITY-25")
class IsReadyTest {

    private static final int STUCK_LOOKS = 3;

    @TempDir Path folder;
    private Process application;

    @BeforeEach
    void start() throws IOException {
        application = new ProcessBuilder("sleep", "86400").start();
    }

    @AfterEach
    void end() {
        application.destroyForcibly();
    }

    @Test
    void an_application_that_never_listens_and_does_nothing_is_ended() throws Exception {
        int port = FreePort.any();

        look(port, STUCK_LOOKS);
        assertThat(application.isAlive()).isTrue();
        look(port, 1);

        assertThat(application.waitFor()).isEqualTo(137);
    }

    @Test
    void one_that_listens_but_does_not_answer_yet_is_left_alone() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            look(silent.getLocalPort(), 2);
        }
        assertThat(application.isAlive()).isTrue();
    }

    @Test
    void one_that_listened_meanwhile_is_counted_anew() throws Exception {
        int port = FreePort.any();
        look(port, STUCK_LOOKS);
        try (ServerSocket silent = new ServerSocket(port, 50, InetAddress.getLoopbackAddress())) {
            look(silent.getLocalPort(), 1);
        }
        look(port, STUCK_LOOKS);

        assertThat(application.isAlive()).isTrue();
    }

    private void look(int port, int times) throws Exception {
        ProcessBuilder check =
                new ProcessBuilder("bash", Path.of("..", "deploy", "is-ready").toString());
        check.environment().put("SERVER_PORT", Integer.toString(port));
        check.environment().put("STUCK_LOOKS", Integer.toString(STUCK_LOOKS));
        check.environment().put("IS_READY_STATE", folder.resolve("state").toString());
        check.environment().put("APPLICATION_PROCESS", Long.toString(application.pid()));
        for (int look = 0; look < times; look++) {
            assertThat(check.start().waitFor()).isNotZero();
        }
    }
}
