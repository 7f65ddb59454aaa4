package io.countersign.simulator.twilio.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CallbackQueueTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final CallbackQueue receiver = new CallbackQueue("127.0.0.1:8081");

    @Test
    void one_that_is_gone_is_left_alone_for_a_moment() throws InterruptedException {
        fail(new ConnectException());

        assertThat(receiver.enter(NOW.plusMillis(99))).isFalse();
        assertThat(receiver.enter(NOW.plusMillis(100))).isTrue();
    }

    @Test
    void one_that_is_slow_is_tried_again_at_once() throws InterruptedException {
        fail(new HttpTimeoutException("no answer"));

        assertThat(receiver.enter(NOW)).isTrue();
    }

    @Test
    void one_that_answers_is_not_gone() throws InterruptedException {
        fail(new ConnectException());
        receiver.answered();

        assertThat(receiver.enter(NOW)).isTrue();
    }

    private void fail(IOException reason) throws InterruptedException {
        assertThat(receiver.enter(NOW)).isTrue();
        receiver.unheard(reason, NOW);
        receiver.leave();
    }
}
