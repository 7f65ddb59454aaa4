package io.countersign.events.content;

import io.countersign.events.id.HandOverToken;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one step tells its worker; in clear only inside gateway and worker.
 *
 * @param destination where to deliver
 * @param message what to deliver
 * @param locale BCP 47 language tag of the person
 * @param tries how often the worker may try before it hands over, from 1
 * @param patience how long one try may stay without an outcome
 * @param baton shown by the worker of the step before, to prove that it handed over; null in a
 *     first step
 * @param nextBaton to show to the next step's worker; null in a last step
 */
public record StepContent(
        Destination destination,
        Message message,
        String locale,
        int tries,
        Duration patience,
        @Nullable HandOverToken baton,
        @Nullable HandOverToken nextBaton) {

    public StepContent {
        Objects.requireNonNull(destination, "destination");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(locale, "locale");
        Objects.requireNonNull(patience, "patience");
    }

    /** A step that stands alone: one try, no step to hand over to. */
    public static StepContent single(
            Destination destination, Message message, String locale, Duration patience) {
        return new StepContent(destination, message, locale, 1, patience, null, null);
    }
}
