package io.countersign.challenge.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitTest {

    @Test
    void a_limit_that_allows_nothing_is_a_mistake() {
        assertThatThrownBy(() -> new Limit("resend", "key", 0, Duration.ofMinutes(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_limit_without_a_window_is_a_mistake() {
        assertThatThrownBy(() -> new Limit("resend", "key", 1, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Limit("resend", "key", 1, Duration.ofMinutes(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
