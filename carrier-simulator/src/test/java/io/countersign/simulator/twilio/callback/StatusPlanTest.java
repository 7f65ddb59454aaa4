package io.countersign.simulator.twilio.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.simulator.sms.MessageStatus;
import io.countersign.simulator.sms.PhoneNumber;
import io.countersign.simulator.sms.Submission;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StatusPlanTest {

    @Test
    void a_message_that_waits_beyond_its_validity_fails() {
        StatusPlan plan = StatusPlan.usual(validFor(Duration.ofSeconds(5)), sentAfter(6));

        assertThat(plan.course())
                .extracting(StatusPlan.Step::status)
                .containsExactly(MessageStatus.QUEUED, MessageStatus.FAILED);
        assertThat(plan.reports().getLast().errorCode()).isEqualTo(30036);
    }

    @Test
    void a_message_that_is_sent_just_in_time_arrives() {
        StatusPlan plan = StatusPlan.usual(validFor(Duration.ofSeconds(5)), sentAfter(5));

        assertThat(plan.course().getLast().status()).isEqualTo(MessageStatus.DELIVERED);
    }

    private static Submission validFor(Duration validity) {
        return new Submission(
                new PhoneNumber("+12015550123"), "+15005550006", null, "Hello", validity, null);
    }

    private static CallbackSettings sentAfter(int seconds) {
        return new CallbackSettings(
                Duration.ZERO,
                Duration.ofSeconds(seconds),
                Duration.ofSeconds(seconds),
                Set.of("localhost"),
                Duration.ofSeconds(1));
    }
}
