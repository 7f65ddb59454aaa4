package io.countersign.telegram.prompt;

import io.countersign.events.id.ChallengeId;
import io.countersign.events.id.DeliveryId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a button brings back when it is pressed: at most 59 of the 64 bytes that Telegram allows.
 *
 * @param delivery the message that it is on
 * @param nonce of that message
 * @param chosen the number on it; null for "It's not me"
 */
record PromptButton(DeliveryId delivery, Nonce nonce, @Nullable Integer chosen) {

    private static final Pattern FORM =
            Pattern.compile(
                    "([A-Za-z0-9_-]{22})"
                            + "\\.([1-9]\\d{0,3})\\.(\\d{1,2})\\.([1-9]\\d?)"
                            + "\\.([A-Za-z0-9_-]{22})\\.([1-9]\\d|no)");

    /** For example {@code 0123456789abcdefghijkl.1.0.1.mnopqrstuvwxyzABCDEFGH.42}. */
    String data() {
        return "%s.%d.%d.%d.%s.%s"
                .formatted(
                        delivery.subject().value(),
                        delivery.round(),
                        delivery.step(),
                        delivery.attempt(),
                        nonce.value(),
                        chosen == null ? "no" : chosen);
    }

    /** Empty for anything that no button of ours brings back. */
    static Optional<PromptButton> read(String data) {
        Matcher parts = FORM.matcher(data);
        if (!parts.matches()) {
            return Optional.empty();
        }
        DeliveryId delivery =
                new DeliveryId(
                        new ChallengeId(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(3)),
                        Integer.parseInt(parts.group(4)));
        Integer chosen = parts.group(6).equals("no") ? null : Integer.valueOf(parts.group(6));
        return Optional.of(new PromptButton(delivery, new Nonce(parts.group(5)), chosen));
    }
}
