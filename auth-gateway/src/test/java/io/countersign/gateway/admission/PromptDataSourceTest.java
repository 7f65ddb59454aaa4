package io.countersign.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.countersign.identity.admission.Deadline;
import io.countersign.test.AtOnce;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;

@Tag("RELIABILITY-24")
class PromptDataSourceTest {

    private static final int MANY = 50;
    private static final Duration LONG = Duration.ofMinutes(1);

    private final AtomicInteger waited = new AtomicInteger();
    private final CountDownLatch refused = new CountDownLatch(MANY - 1);
    private volatile boolean slow;

    private final PromptDataSource database =
            new PromptDataSource(
                    new AbstractDataSource() {
                        @Override
                        public Connection getConnection() throws SQLException {
                            waited.incrementAndGet();
                            if (slow) {
                                awaitRefusals();
                            }
                            throw new SQLTransientConnectionException("away");
                        }

                        @Override
                        public Connection getConnection(String user, String password)
                                throws SQLException {
                            return getConnection();
                        }
                    });

    @Test
    void whileItIsAwayOneRequestWaitsForAllOthers() {
        ask(LONG);
        slow = true;

        AtOnce.times(
                MANY,
                _ -> {
                    ask(LONG);
                    refused.countDown();
                    return true;
                });

        assertThat(waited).hasValue(2);
    }

    @Test
    void whoHasNoTimeLeftWaitsForNothing() {
        ask(Duration.ZERO);

        assertThat(waited).hasValue(0);
    }

    @Test
    void whatNoRequestWaitsForAlwaysTries() {
        ask(LONG);
        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(SQLTransientConnectionException.class)
                    .isThrownBy(database::getConnection);
        }

        assertThat(waited).hasValue(4);
    }

    private void ask(Duration within) {
        assertThatExceptionOfType(SQLTransientConnectionException.class)
                .isThrownBy(
                        () ->
                                Deadline.<SQLException, RuntimeException>within(
                                        within, database::getConnection));
    }

    private void awaitRefusals() {
        try {
            refused.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
