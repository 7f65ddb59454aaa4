package io.countersign.email.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.countersign.channel.send.DeliveryOutcome;
import io.countersign.channel.send.DeliveryOutcome.Accepted;
import io.countersign.channel.send.DeliveryOutcome.Refused;
import io.countersign.channel.send.DeliveryOutcome.Uncertain;
import io.countersign.test.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;

class SmtpConnectionsTest {

    private final MovableClock clock = new MovableClock();
    private final SmtpStandIn server = new SmtpStandIn();
    private final SmtpSender sender =
            TestMail.sender(
                    TestMail.server(server.port(), "none"), new DefaultSslBundleRegistry(), clock);

    @AfterEach
    void close() {
        sender.close();
        server.close();
    }

    @Test
    void mails_in_a_row_go_over_one_connection() {
        for (int i = 0; i < 5; i++) {
            assertThat(send()).isInstanceOf(Accepted.class);
        }

        assertThat(server.said("CONNECT")).isEqualTo(1);
    }

    @Test
    void a_refused_recipient_costs_no_connection() {
        server.answers("RCPT", "550 5.1.1 no such user");
        assertThat(send()).isInstanceOf(Refused.class);
        server.behavesAgain();

        assertThat(send()).isInstanceOf(Accepted.class);
        assertThat(server.said("CONNECT")).isEqualTo(1);
    }

    @Test
    void mails_at_once_have_a_connection_each() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<DeliveryOutcome>> sends =
                    IntStream.range(0, 8).mapToObj(_ -> threads.submit(this::send)).toList();
            for (Future<DeliveryOutcome> send : sends) {
                assertThat(send.get()).isInstanceOf(Accepted.class);
            }
        }

        assertThat(server.said("CONNECT")).isBetween(1L, 8L);
        assertThat(server.mails()).hasSize(8);
    }

    @Test
    void a_connection_that_the_server_closed_meanwhile_is_replaced() {
        send();
        server.dropsConnections();

        assertThat(send()).isInstanceOf(Accepted.class);
        assertThat(server.said("CONNECT")).isEqualTo(2);
    }

    @Test
    void a_connection_that_the_server_takes_leave_of_is_replaced() {
        send();
        server.answers("NOOP", "421 4.4.2 idle for too long");

        assertThat(send()).isInstanceOf(Accepted.class);
        assertThat(server.said("CONNECT")).isEqualTo(2);
    }

    @Test
    void a_connection_that_broke_is_not_used_again() {
        server.answers(".", "what?");
        assertThat(send()).isInstanceOf(Uncertain.class);
        server.behavesAgain();

        assertThat(send()).isInstanceOf(Accepted.class);
        assertThat(server.said("CONNECT")).isEqualTo(2);
    }

    @Test
    void a_connection_that_nobody_uses_is_closed_politely() {
        send();
        clock.advance(Duration.ofSeconds(31));

        await().until(() -> server.said("QUIT") == 1);
        assertThat(send()).isInstanceOf(Accepted.class);
        assertThat(server.said("CONNECT")).isEqualTo(2);
    }

    @Test
    void a_connection_carries_fifty_mails_at_most() {
        for (int i = 0; i < 51; i++) {
            send();
        }

        assertThat(server.said("CONNECT")).isEqualTo(2);
    }

    private DeliveryOutcome send() {
        return sender.send(TestMail.to("anna@example.org"));
    }
}
