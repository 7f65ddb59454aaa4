package io.countersign.simulator.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.countersign.simulator.KeepSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class TextMessagesTest {

    private static final PhoneNumber ALICE = new PhoneNumber("+12015550101");
    private static final PhoneNumber BOB = new PhoneNumber("+12015550102");

    private final TextMessages messages = keeping(3, 5);

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

        Progress progress = messages.withSid("a1").orElseThrow().progress();
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
        long seen = messages.since(ALICE, 0).revision();

        messages.advance("a1", MessageStatus.SENT, null);
        accept(ALICE, "a3");

        Changes changes = messages.since(ALICE, seen);
        assertThat(changes.cleared()).isFalse();
        assertThat(sids(changes.messages())).containsExactly("a1", "a3");
        assertThat(messages.since(ALICE, changes.revision()).none()).isTrue();
    }

    @Test
    void changes_tell_that_everything_seen_is_gone() {
        accept(ALICE, "a1");
        long seen = messages.since(ALICE, 0).revision();

        messages.clear();
        accept(ALICE, "a2");

        Changes changes = messages.since(ALICE, seen);
        assertThat(changes.cleared()).isTrue();
        assertThat(sids(changes.messages())).containsExactly("a2");
    }

    @Test
    void a_page_left_open_over_a_restart_learns_that_its_messages_are_gone() {
        accept(ALICE, "a1");
        long seen = messages.since(ALICE, 0).revision();

        assertThat(keepingFrom(seen + 1000).since(ALICE, seen).cleared()).isTrue();
    }

    @Test
    void who_waits_is_woken_by_a_message() {
        long seen = messages.since(ALICE, 0).revision();
        FutureTask<Changes> waiting =
                new FutureTask<>(() -> messages.awaitSince(ALICE, seen, Duration.ofMinutes(1)));
        Thread waiter = Thread.ofVirtual().start(waiting);
        await().until(() -> waiter.getState() == Thread.State.TIMED_WAITING);

        accept(ALICE, "a1");

        await().until(waiting::isDone);
        assertThat(sids(waiting.resultNow().messages())).containsExactly("a1");
    }

    @Test
    void who_waits_in_vain_gets_nothing_after_a_while() throws InterruptedException {
        long seen = messages.since(ALICE, 0).revision();

        assertThat(messages.awaitSince(ALICE, seen, Duration.ofMillis(20)).none()).isTrue();
    }

    private void accept(PhoneNumber to, String... sids) {
        for (String sid : sids) {
            messages.accept(
                    sid,
                    new Submission(to, "+15005550006", null, "Hello", Duration.ofHours(1), null),
                    MessageStatus.QUEUED);
        }
    }

    private static List<String> sids(List<TextMessage> found) {
        return found.stream().map(TextMessage::sid).toList();
    }

    private static TextMessages keeping(int perNumber, int inAll) {
        Clock clock = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
        return new TextMessages(new KeepSettings(perNumber, inAll, 10), clock);
    }

    private static TextMessages keepingFrom(long millis) {
        Clock clock = Clock.fixed(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
        return new TextMessages(new KeepSettings(3, 5, 10), clock);
    }
}
