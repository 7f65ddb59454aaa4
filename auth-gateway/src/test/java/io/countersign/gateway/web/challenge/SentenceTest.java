package io.countersign.gateway.web.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.Method;
import io.countersign.challenge.Verdict;
import io.countersign.engine.status.ChallengeStatus.DeliveryStatus;
import io.countersign.events.Channel;
import io.countersign.events.FailureReason;
import io.countersign.events.Progress;
import io.countersign.gateway.web.language.AllMessages;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SentenceTest {

    private final Map<String, String> messages = AllMessages.in(Locale.ENGLISH);

    @ParameterizedTest
    @CsvSource({
        "QUEUED, 0, sms.queued",
        "QUEUED, 5, sms.queued.slow",
        "QUEUED, 15, sms.queued.silent",
        "CLAIMED, 4, sms.claimed",
        "CLAIMED, 5, sms.claimed.slow",
        "SENT, 24, sms.sent",
        "SENT, 25, sms.sent.unconfirmed",
        "DELIVERED, 100, sms.delivered",
        "UNKNOWN, 100, sms.unknown",
        "TOO_LATE, 300, sms.too-late"
    })
    void dependsOnHowFarADeliveryIsAndHowLongThatTook(Progress progress, int seconds, String key) {
        Sentence sentence = about(progress, null, Duration.ofSeconds(seconds));

        assertThat(sentence.key()).isEqualTo(key);
        assertThat(messages).containsKey(key);
    }

    @ParameterizedTest
    @CsvSource({
        "SMS, sms.queued.no-worker",
        "VOICE, call.queued.no-worker",
        "TELEGRAM, telegram.queued.no-worker"
    })
    @Tag("RELIABILITY-28")
    void saysAtOnceThatAChannelHasNoWorker(Channel channel, String key) {
        Sentence sentence = about(channel, Progress.QUEUED, true, null, Duration.ZERO);

        assertThat(sentence.key()).isEqualTo(key);
        assertThat(messages.get(key)).contains("not working at the moment", "another way");
    }

    @ParameterizedTest
    @EnumSource
    void existsForEveryFailure(FailureReason reason) {
        Sentence sentence = about(Progress.FAILED, reason, Duration.ZERO);

        assertThat(messages).containsKey(sentence.key());
    }

    @ParameterizedTest
    @EnumSource
    void existsForEveryVerdict(Verdict verdict) {
        assertThat(messages).containsKey(Sentence.about(verdict).key());
    }

    @Test
    void neverSaysThatAnUnconfirmedSmsArrived() {
        assertThat(messages.get(about(Progress.SENT, null, Duration.ZERO).key()))
                .contains("accepted")
                .doesNotContain("delivered", "arrived");
    }

    private static Sentence about(
            Progress progress, @Nullable FailureReason reason, Duration waited) {
        return about(Channel.SMS, progress, false, reason, waited);
    }

    private static Sentence about(
            Channel channel,
            Progress progress,
            boolean noWorker,
            @Nullable FailureReason reason,
            Duration waited) {
        return Sentence.about(
                new DeliveryStatus(
                        1,
                        Method.SMS,
                        channel,
                        1,
                        null,
                        "a phone",
                        progress,
                        noWorker,
                        reason,
                        Instant.EPOCH),
                waited);
    }
}
