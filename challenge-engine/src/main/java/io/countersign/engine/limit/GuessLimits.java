package io.countersign.engine.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How many wrong guesses are allowed: within minutes, within a day, and, by their chance of
 * success, in a year.
 */
public final class GuessLimits {

    /** The chance that a year of wrong guesses may add up to. */
    public static final double YEARLY = 1e-4;

    static final Duration YEAR = Duration.ofDays(365);

    private static final double ROUNDING = 1e-12;

    private final GuessSettings settings;

    public GuessLimits(GuessSettings settings) {
        this.settings = settings;
    }

    /** A wrong guess, and the chance that it had to be right. */
    public record Wrong(Instant at, double chance) {}

    /** Which limit is reached. */
    public enum Limit {
        QUARTER_HOUR,
        DAY,
        YEAR
    }

    /**
     * No more guesses are judged.
     *
     * @param until when the next guess is possible
     */
    public record Reached(Limit limit, Instant until) {}

    /**
     * The limit that prevents one more guess for longest; empty where the guess may be judged.
     *
     * @param past the wrong guesses of the last year, oldest first
     * @param chance of the next one; 0 where guessing is impossible, which no limit prevents
     */
    public Optional<Reached> against(List<Wrong> past, double chance, Instant now) {
        return chance <= 0
                ? Optional.empty()
                : Stream.of(
                                within(
                                        Limit.QUARTER_HOUR,
                                        past,
                                        settings.perQuarterHour(),
                                        Duration.ofMinutes(15)),
                                within(Limit.DAY, past, settings.perDay(), Duration.ofDays(1)),
                                ofYear(past, chance))
                        .flatMap(Optional::stream)
                        .filter(reached -> reached.until().isAfter(now))
                        .max(Comparator.comparing(Reached::until));
    }

    private static Optional<Reached> within(
            Limit limit, List<Wrong> past, int most, Duration window) {
        return past.size() < most
                ? Optional.empty()
                : Optional.of(new Reached(limit, past.get(past.size() - most).at().plus(window)));
    }

    private static Optional<Reached> ofYear(List<Wrong> past, double chance) {
        double charged = past.stream().mapToDouble(Wrong::chance).sum() + chance;
        Optional<Instant> until = Optional.empty();
        for (Wrong oldest : past) {
            if (charged <= YEARLY + ROUNDING) {
                break;
            }
            until = Optional.of(oldest.at().plus(YEAR));
            charged -= oldest.chance();
        }
        return until.map(at -> new Reached(Limit.YEAR, at));
    }
}
