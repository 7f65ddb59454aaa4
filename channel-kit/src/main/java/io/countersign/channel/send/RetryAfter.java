package io.countersign.channel.send;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * How long a provider or recipient wants to be left alone, up to 5 min: one answer must not silence
 * a provider for longer.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#field.retry-after">RFC 9110, 10.2.3</a>
 */
public final class RetryAfter {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** The three forms of an HTTP date (RFC 9110, section 5.6.7). */
    private static final List<Function<Instant, DateTimeFormatter>> DATES =
            List.of(
                    _ -> DateTimeFormatter.RFC_1123_DATE_TIME,
                    RetryAfter::withShortYear,
                    _ -> pattern("EEE MMM ppd HH:mm:ss uuuu"));

    private final Clock clock;

    /**
     * @param clock against which a date is held
     */
    public RetryAfter(Clock clock) {
        this.clock = clock;
    }

    /** By the header's value, seconds or a date; empty where it is neither, or asks for no wait. */
    public Optional<Duration> read(String value) {
        String trimmed = value.strip();
        return trimmed.matches("\\d+")
                ? within(seconds(trimmed))
                : date(trimmed).flatMap(until -> within(Duration.between(clock.instant(), until)));
    }

    /** By a number of seconds; empty where it asks for no wait. */
    public static Optional<Duration> ofSeconds(long seconds) {
        return within(Duration.ofSeconds(seconds));
    }

    private static Optional<Duration> within(Duration asked) {
        return asked.isPositive()
                ? Optional.of(asked.compareTo(LONGEST) < 0 ? asked : LONGEST)
                : Optional.empty();
    }

    private static Duration seconds(String digits) {
        return digits.length() > 9 ? LONGEST : Duration.ofSeconds(Long.parseLong(digits));
    }

    private Optional<Instant> date(String value) {
        Instant now = clock.instant();
        for (var form : DATES) {
            try {
                return Optional.of(form.apply(now).parse(value, Instant::from));
            } catch (DateTimeException e) {
                // It may have the next form.
            }
        }
        return Optional.empty();
    }

    /** A year more than 50 years in the future is the most recent one with those digits. */
    private static DateTimeFormatter withShortYear(Instant now) {
        int first = now.atZone(ZoneOffset.UTC).getYear() - 49;
        return new DateTimeFormatterBuilder()
                .appendPattern("EEEE, dd-MMM-")
                .appendValueReduced(ChronoField.YEAR, 2, 2, first)
                .appendPattern(" HH:mm:ss 'GMT'")
                .toFormatter(Locale.ENGLISH)
                .withZone(ZoneOffset.UTC);
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }
}
