package io.countersign.identity.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.events.content.NoticeKind;
import io.countersign.events.id.NoticeId;
import io.countersign.test.AtOnce;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a store of notices must keep to. */
@Tag("RELIABILITY-2")
abstract class OutboxRowsContract {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A store that has nothing but what the test adds. */
    abstract OutboxRows rows();

    /** Now, as the store's clock says. */
    abstract Instant clock();

    /** Lets time pass until it is due. */
    abstract void makeDue(NoticeId notice);

    /** Lets time pass until nothing may be sent any more. */
    abstract void end(NoticeId notice);

    /** Seconds from now until it is due, as they were meant; null where there is no such row. */
    abstract @Nullable Integer rest(NoticeId notice);

    @Test
    void a_new_one_is_due_at_once_and_whole() {
        NoticeId notice = add(Optional.empty());

        OutboxRow due = rows().takeDue().orElseThrow();

        assertThat(due.id()).isEqualTo(notice);
        assertThat(due.kind()).isEqualTo(NoticeKind.NEW_DEVICE);
        assertThat(due.sealed()).asString().isEqualTo("sealed");
        assertThat(due.locale()).isEqualTo("en");
        assertThat(due.round()).isZero();
    }

    @Test
    void is_worth_sending_for_three_days_or_until_what_it_says_is_over() {
        add(Optional.of(clock().plus(Duration.ofMinutes(30))));
        assertThat(worth(rows().takeDue().orElseThrow())).isEqualTo(Duration.ofMinutes(30));

        add(Optional.of(clock().plus(Duration.ofDays(30))));
        assertThat(worth(rows().takeDue().orElseThrow())).isEqualTo(Duration.ofDays(3));

        add(Optional.empty());
        assertThat(worth(rows().takeDue().orElseThrow())).isEqualTo(Duration.ofDays(3));
    }

    @Test
    void what_was_taken_comes_up_after_a_minute_then_two_then_four_up_to_an_hour() {
        NoticeId notice = add(Optional.empty());
        List<@Nullable Integer> rests = new ArrayList<>();

        for (int i = 0; i < 9; i++) {
            assertThat(rows().takeDue()).isPresent();
            assertThat(rows().takeDue()).as("it is not due").isEmpty();
            rests.add(rest(notice));
            makeDue(notice);
        }

        assertThat(rests).containsExactly(60, 120, 240, 480, 960, 1920, 3600, 3600, 3600);
    }

    @Test
    void what_was_put_back_comes_up_after_quarter_of_a_minute_and_has_had_no_try() {
        NoticeId notice = add(Optional.empty());
        rows().takeDue();

        rows().putBack(notice);
        assertThat(rest(notice)).isEqualTo(15);

        makeDue(notice);
        rows().takeDue();
        assertThat(rest(notice)).isEqualTo(60);
    }

    @Test
    void one_begins_a_round() {
        add(Optional.empty());
        OutboxRow row = rows().takeDue().orElseThrow();

        assertThat(rows().beginRound(row)).map(OutboxRow::round).contains(1);
        assertThat(rows().beginRound(row)).isEmpty();
    }

    @Test
    void what_was_sent_is_gone() {
        NoticeId notice = add(Optional.empty());

        assertThat(rows().sent(notice)).isTrue();
        assertThat(rows().sent(notice)).isFalse();
        assertThat(rest(notice)).isNull();
    }

    @Test
    void the_latest_round_alone_ends_it_by_failing() {
        NoticeId notice = add(Optional.empty());
        rows().beginRound(rows().beginRound(rows().takeDue().orElseThrow()).orElseThrow());

        assertThat(rows().failed(notice, 1)).isFalse();
        assertThat(rest(notice)).isNotNull();
        assertThat(rows().failed(notice, 2)).isTrue();
        assertThat(rows().failed(notice, 2)).isFalse();
        assertThat(rest(notice)).isNull();
    }

    @Test
    void what_is_over_is_neither_taken_nor_kept() {
        NoticeId notice = add(Optional.empty());
        end(notice);

        assertThat(rows().takeDue()).isEmpty();
        assertThat(rest(notice)).isNotNull();
        rows().forgetOld();

        assertThat(rest(notice)).isNull();
    }

    @Test
    void what_is_not_over_is_kept() {
        NoticeId notice = add(Optional.empty());

        rows().forgetOld();

        assertThat(rest(notice)).isNotNull();
    }

    @Test
    void many_who_take_at_once_get_each_once() {
        List<NoticeId> notices = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            notices.add(add(Optional.empty()));
        }

        List<NoticeId> taken =
                AtOnce.times(4, _ -> takeAll()).stream().flatMap(List::stream).toList();

        assertThat(taken).containsExactlyInAnyOrderElementsOf(notices);
    }

    private List<NoticeId> takeAll() {
        List<NoticeId> taken = new ArrayList<>();
        for (var due = rows().takeDue(); due.isPresent(); due = rows().takeDue()) {
            taken.add(due.get().id());
        }
        return taken;
    }

    private NoticeId add(Optional<Instant> deadline) {
        NoticeId id = NoticeId.next(RANDOM);
        byte[] sealed = "sealed".getBytes(StandardCharsets.UTF_8);
        Optional<OffsetDateTime> end = deadline.map(at -> at.atOffset(ZoneOffset.UTC));
        rows().add(id, NoticeKind.NEW_DEVICE, sealed, "en", end);
        return id;
    }

    /** Rounded to minutes: the store's clock goes on. */
    private static Duration worth(OutboxRow row) {
        Duration exactly = Duration.between(row.createdAt(), row.deadline());
        return Duration.ofMinutes(Math.round(exactly.toSeconds() / 60.0));
    }
}
