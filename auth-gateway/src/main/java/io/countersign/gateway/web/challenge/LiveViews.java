package io.countersign.gateway.web.challenge;

import io.countersign.challenge.Verdict;
import io.countersign.engine.status.ChallengeStatus;
import io.countersign.engine.status.ChallengeStatus.DeliveryStatus;
import io.countersign.events.Channel;
import io.countersign.gateway.web.banner.Tone;
import io.countersign.identity.factor.Factor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts into words where a challenge stands. */
@Component
public class LiveViews {

    private final MessageSource messages;

    LiveViews(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * The status in words.
     *
     * @param now later than the status if nothing has changed since
     */
    public LiveView view(ChallengeStatus status, Instant now, PageReader reader) {
        Verdict verdict = status.verdict();
        Sentence sentence = sentence(status, now);
        return new LiveView(
                verdict,
                words(status, sentence, reader.locale()),
                sentence.tone(),
                destination(status.delivery(), reader.factors()),
                status.delivery() != null && status.delivery().insteadOfCalls(),
                text(reader.locale(), "challenge.guesses-left", status.guessesLeft()),
                status.guessesLeft(),
                secondsUntil(status.sendPossibleAt(), now),
                secondsUntil(status.deadline(), now),
                verdict == Verdict.PENDING ? null : reader.journey().after(verdict));
    }

    /** For a challenge that the store no longer knows. */
    public LiveView gone(PageReader reader) {
        return leadingTo(reader.journey().after(Verdict.EXPIRED), reader.locale());
    }

    /** For a page on which nothing is left to do. */
    public LiveView leadingTo(String path, Locale locale) {
        Sentence sentence = Sentence.about(Verdict.EXPIRED);
        return new LiveView(
                Verdict.EXPIRED,
                text(locale, sentence.key()),
                Tone.WARN,
                "",
                false,
                text(locale, "challenge.guesses-left", 0),
                0,
                0,
                0,
                path);
    }

    /** Explains what the person did not ask for: a second call, and an SMS in place of calls. */
    private String words(ChallengeStatus status, Sentence sentence, Locale locale) {
        DeliveryStatus delivery = status.delivery();
        String words = text(locale, sentence.key());
        if (delivery == null || status.verdict() != Verdict.PENDING) {
            return words;
        }
        String before =
                delivery.insteadOfCalls()
                        ? text(locale, "call.sms-instead") + " "
                        : another(delivery) ? text(locale, "call.another") + " " : "";
        return before
                + words
                + ByItself.after(delivery).map(key -> " " + text(locale, key)).orElse("");
    }

    private static boolean another(DeliveryStatus delivery) {
        return delivery.channel() == Channel.VOICE && delivery.attempt() > 1;
    }

    private static Sentence sentence(ChallengeStatus status, Instant now) {
        DeliveryStatus delivery = status.delivery();
        return status.verdict() == Verdict.PENDING && delivery != null
                ? Sentence.about(delivery, Duration.between(delivery.requestedAt(), now))
                : Sentence.about(status.verdict());
    }

    private static String destination(@Nullable DeliveryStatus delivery, List<Factor> factors) {
        return factors.stream()
                .filter(
                        factor ->
                                delivery != null
                                        && factor.id().toString().equals(delivery.factor()))
                .findFirst()
                .map(factor -> factor.name() + ", " + factor.masked())
                .orElse("");
    }

    /** Rounded up, so that a page that has counted down to zero is not too early. */
    private static long secondsUntil(Instant then, Instant now) {
        return Math.max(0, Math.ceilDiv(Duration.between(now, then).toMillis(), 1000));
    }

    private String text(Locale locale, String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
