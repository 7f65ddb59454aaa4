package io.countersign.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names one try to carry one subject over one channel. It is derived, never random: a request that
 * is handed over twice names the same delivery, which makes repeating harmless.
 *
 * @param subject what is carried
 * @param round the request's number for this subject, from 1; a resend is a new round
 * @param step index into that request's route, from 0
 * @param attempt the try's number within that step, from 1
 */
public record DeliveryId(Subject subject, int round, int step, int attempt) {

    private static final Pattern WIRE =
            Pattern.compile("(.{1,40})\\.([1-9]\\d{0,3})\\.(\\d{1,2})\\.([1-9]\\d?)");

    /**
     * @throws IllegalArgumentException for a number out of its range
     */
    public DeliveryId {
        if (round < 1 || round > 9999 || step < 0 || step > 99 || attempt < 1 || attempt > 99) {
            throw new IllegalArgumentException("a round, step or attempt is out of range");
        }
    }

    /** For example {@code challenge:0123456789abcdefghijkl.1.0.1}. */
    @JsonValue
    public String wire() {
        return subject.wire() + "." + round + "." + step + "." + attempt;
    }

    /**
     * Reads {@link #wire()} back.
     *
     * @throws IllegalArgumentException for any other text
     */
    @JsonCreator
    public static DeliveryId parse(String wire) {
        Matcher parts = WIRE.matcher(wire);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a delivery id");
        }
        return new DeliveryId(
                Subject.parse(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                Integer.parseInt(parts.group(4)));
    }

    @Override
    public String toString() {
        return wire();
    }
}
