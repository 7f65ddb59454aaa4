package io.countersign.simulator.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.simulator.KeepSettings;
import io.countersign.simulator.live.Changed;
import io.countersign.simulator.live.Pulse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextMessagesTest {

    private static final PhoneNumber ALICE = new PhoneNumber("+12015550101");
    private static final PhoneNumber BOB = new PhoneNumber("+12015550102");

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    private final Pulse pulse = new Pulse(CLOCK);
    private final TextMessages messages =
            new TextMessages(new KeepSettings(3, 5, 10), pulse, CLOCK);

    @Test
    void a_number_keeps_its_latest_messages() {
        accept(ALICE, "a1", "a2", "a3", "a4");

        assertThat(sids(messages.to(ALICE))).containsExactly("a2", "a3", "a4");
        assertThat(messages.withSid("a1")).isEmpty();
    }

    @Test
    void in_all_only_the_latest_are_kept() {
        accept(ALICE, "a1", "a2", "a3");
        accept(BOB, "b1", "b2", "b3");

        assertThat(sids(messages.all())).containsExactlyInAnyOrder("a2", "a3", "b1", "b2", "b3");
        assertThat(messages.withSid("a1")).isEmpty();
    }

    @Test
    void a_message_moves_on() {
        accept(ALICE, "a1");

        messages.advance("a1", MessageStatus.UNDELIVERED, 30003);

        SmsProgress progress = messages.withSid("a1").orElseThrow().progress();
        assertThat(progress.status()).isEqualTo(MessageStatus.UNDELIVERED);
        assertThat(progress.errorCode()).isEqualTo(30003);
    }

    @Test
    void a_forgotten_message_does_not_come_back() {
        accept(ALICE, "a1");
        messages.clear();

        assertThat(messages.advance("a1", MessageStatus.SENT, null)).isEmpty();
        assertThat(messages.all()).isEmpty();
    }

    @Test
    void changes_tell_new_and_moved_messages() {
        accept(ALICE, "a1", "a2");
        long seen = pulse.revision();

        messages.advance("a1", MessageStatus.SENT, null);
        accept(ALICE, "a3");

        Changed<AcceptedSms> changes = messages.since(ALICE, seen);
        assertThat(changes.cleared()).isFalse();
        assertThat(sids(changes.items())).containsExactly("a1", "a3");
        assertThat(messages.since(ALICE, pulse.revision()).items()).isEmpty();
    }

    @Test
    void changes_tell_that_everything_seen_is_gone() {
        accept(ALICE, "a1");
        long seen = pulse.revision();

        messages.clear();
        accept(ALICE, "a2");

        Changed<AcceptedSms> changes = messages.since(ALICE, seen);
        assertThat(changes.cleared()).isTrue();
        assertThat(sids(changes.items())).containsExactly("a2");
    }

    @Test
    void a_page_left_open_over_a_restart_learns_that_its_messages_are_gone() {
        accept(ALICE, "a1");
        long seen = pulse.revision();

        assertThat(keepingFrom(CLOCK.millis() + 1000).since(ALICE, seen).cleared()).isTrue();
    }

    private void accept(PhoneNumber to, String... sids) {
        for (String sid : sids) {
            messages.accept(
                    sid,
                    new Submission(to, "+15005550006", null, "Hello", Duration.ofHours(1), null),
                    MessageStatus.QUEUED);
        }
    }

    private static List<String> sids(List<AcceptedSms> found) {
        return found.stream().map(AcceptedSms::sid).toList();
    }

    private static TextMessages keepingFrom(long millis) {
        Clock later = Clock.fixed(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
        return new TextMessages(new KeepSettings(3, 5, 10), new Pulse(later), later);
    }
}
