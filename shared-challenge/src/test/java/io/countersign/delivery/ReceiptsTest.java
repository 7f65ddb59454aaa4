package io.countersign.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.Samples;
import io.countersign.delivery.store.ClaimOutcome;
import io.countersign.delivery.store.Claims;
import io.countersign.events.FailureReason;
import io.countersign.events.Progress;
import io.countersign.events.id.NoticeId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("RELIABILITY-8")
class ReceiptsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Acceptance ACCEPTANCE = new Acceptance("provider", "reference", NOW);

    private final Queued queued =
            Samples.queued(NoticeId.next(new SecureRandom()), 1, NOW.plusSeconds(300));
    private final Claimed claimed = queued.claim(new Claim("a", NOW.plusSeconds(12)));

    @Test
    void what_arrived_has_arrived_in_whatever_order_the_words_come() {
        assertThat(endsOf(claimed, Word.REPORTED, Word.ON_ITS_WAY, Word.ARRIVED))
                .containsExactly(Progress.DELIVERED);
        assertThat(endsOf(claimed, Word.REPORTED, Word.ON_ITS_WAY, Word.LOST, Word.ARRIVED))
                .containsExactly(Progress.DELIVERED);
    }

    @Test
    void what_was_lost_has_failed_in_whatever_order_the_words_come() {
        assertThat(endsOf(claimed, Word.REPORTED, Word.ON_ITS_WAY, Word.LOST))
                .containsExactly(Progress.FAILED);
    }

    @Test
    void a_phone_that_rang_has_rung_in_whatever_order_the_words_come() {
        assertThat(endsOf(claimed, Word.REPORTED, Word.ON_ITS_WAY, Word.RINGS))
                .containsExactly(Progress.RINGING);
        assertThat(endsOf(claimed, Word.REPORTED, Word.RINGS, Word.LOST))
                .containsExactly(Progress.FAILED);
        assertThat(endsOf(claimed, Word.REPORTED, Word.RINGS, Word.ARRIVED))
                .containsExactly(Progress.DELIVERED);
    }

    @Test
    void a_repeated_word_changes_nothing() {
        assertThat(endsOf(claimed, Word.REPORTED, Word.REPORTED, Word.ON_ITS_WAY, Word.ON_ITS_WAY))
                .containsExactly(Progress.SENT);
        assertThat(endsOf(claimed, Word.REPORTED, Word.ARRIVED, Word.ARRIVED, Word.LOST, Word.LOST))
                .containsExactly(Progress.DELIVERED);
    }

    @Test
    void a_receipt_is_believed_when_everybody_had_given_up() {
        for (Delivery givenUp : List.of(new Unknown(queued.head()), new TooLate(queued.head()))) {
            assertThat(endsOf(givenUp, Word.ON_ITS_WAY)).containsExactly(Progress.SENT);
            assertThat(endsOf(givenUp, Word.ARRIVED)).containsExactly(Progress.DELIVERED);
            assertThat(endsOf(givenUp, Word.LOST)).containsExactly(Progress.FAILED);
        }
    }

    @Test
    void a_receipt_ends_what_was_given_back_to_the_queue() {
        assertThat(endsOf(queued, Word.ARRIVED)).containsExactly(Progress.DELIVERED);
        assertThat(
                        Claims.claim("b", Duration.ofSeconds(10), Duration.ofSeconds(2))
                                .from(Word.ARRIVED.about(queued), NOW)
                                .result())
                .isInstanceOf(ClaimOutcome.Over.class);
    }

    /** Where every order of the words leads, checking that no word takes back a stronger one. */
    private static Set<Progress> endsOf(Delivery start, Word... words) {
        Set<Progress> ends = new HashSet<>();
        tell(start, List.of(words), ends);
        return ends;
    }

    private static void tell(Delivery delivery, List<Word> left, Set<Progress> ends) {
        if (left.isEmpty()) {
            ends.add(delivery.progress());
        }
        for (int i = 0; i < left.size(); i++) {
            List<Word> others = new ArrayList<>(left);
            Delivery next = others.remove(i).about(delivery);
            assertThat(weight(next)).isGreaterThanOrEqualTo(weight(delivery));
            tell(next, others, ends);
        }
    }

    private static int weight(Delivery delivery) {
        return switch (delivery) {
            case Queued _ -> 0;
            case Claimed _ -> 1;
            case Unknown _, TooLate _ -> 2;
            case Sent _ -> 3;
            case Ringing _ -> 4;
            case Failed _ -> 5;
            case Delivered _ -> 6;
        };
    }

    /** What a worker or a provider may say about a delivery. */
    private enum Word {
        REPORTED,
        ON_ITS_WAY,
        RINGS,
        ARRIVED,
        LOST;

        Delivery about(Delivery delivery) {
            return switch (this) {
                case REPORTED -> Claims.sent(ACCEPTANCE).from(delivery, NOW).next();
                case ON_ITS_WAY -> delivery.receive(new Receipt.OnItsWay(ACCEPTANCE));
                case RINGS -> delivery.receive(new Receipt.Rings(ACCEPTANCE));
                case ARRIVED -> delivery.receive(new Receipt.Arrived(ACCEPTANCE));
                case LOST ->
                        delivery.receive(new Receipt.Lost(ACCEPTANCE, FailureReason.NOT_DELIVERED));
            };
        }
    }
}
