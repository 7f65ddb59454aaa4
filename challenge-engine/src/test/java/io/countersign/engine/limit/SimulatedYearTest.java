package io.countersign.engine.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.engine.limit.GuessLimits.Reached;
import io.countersign.engine.limit.GuessLimits.Wrong;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An attacker who has the password guesses as often as they may, as soon as they may. */
@Tag("SECURITY-4")
class SimulatedYearTest {

    private static final double SMS = 1e-6;
    private static final double TOTP = 3e-6;
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final GuessLimits limits = new GuessLimits(new GuessSettings(5, 10));
    private final List<Wrong> made = new ArrayList<>();

    @Test
    void guesses_at_codes_by_SMS_are_as_many_as_the_document_says() throws IOException {
        assertThat(documented())
                .contains("| SMS, or six digits read out | %s |".formatted(row(SMS)));
    }

    @Test
    void guesses_at_one_authenticator_are_as_many_as_the_document_says() throws IOException {
        assertThat(documented()).contains("| one authenticator app | %s |".formatted(row(TOTP)));
    }

    @Test
    void guesses_at_two_authenticators_are_as_many_as_the_document_says() throws IOException {
        assertThat(documented())
                .contains("| two authenticator apps | %s |".formatted(row(2 * TOTP)));
    }

    @Test
    void all_methods_mixed_the_chance_stays_within_the_budget() {
        guessUntil(BEGIN.plus(GuessLimits.YEAR), TOTP, SMS, 2 * TOTP);

        assertThat(chance()).isBetween(0.9e-4, 1e-4 + 1e-12);
    }

    @Test
    void in_ten_years_no_year_holds_more_than_the_budget() {
        guessUntil(BEGIN.plus(GuessLimits.YEAR.multipliedBy(10)), TOTP, SMS);

        for (Wrong first : made) {
            double year =
                    made.stream()
                            .filter(each -> !each.at().isBefore(first.at()))
                            .filter(each -> each.at().isBefore(first.at().plus(GuessLimits.YEAR)))
                            .mapToDouble(Wrong::chance)
                            .sum();
            assertThat(year).isLessThanOrEqualTo(1e-4 + 1e-12);
        }
        assertThat(chance()).isGreaterThan(9e-4);
    }

    @Test
    void what_cannot_be_guessed_is_never_limited() {
        guessUntil(BEGIN.plus(GuessLimits.YEAR), TOTP, SMS);

        assertThat(limits.against(made, 0, BEGIN.plusSeconds(1))).isEmpty();
    }

    @Test
    void who_is_stopped_hears_when_the_next_guess_is_possible() {
        guessUntil(BEGIN.plusSeconds(1), SMS);

        Reached reached = limits.against(made, SMS, BEGIN).orElseThrow();

        assertThat(reached)
                .isEqualTo(
                        new Reached(
                                GuessLimits.Limit.QUARTER_HOUR,
                                BEGIN.plus(Duration.ofMinutes(15))));
        assertThat(limits.against(made, SMS, reached.until())).isEmpty();
    }

    /** At once, a day, a year, and the chance of all of these. */
    private String row(double chance) {
        guessUntil(BEGIN.plus(GuessLimits.YEAR), chance);
        return String.format(
                Locale.ROOT,
                "%d | %d | %d | %.3f %%",
                madeWithin(Duration.ofMinutes(15)),
                madeWithin(Duration.ofDays(1)),
                made.size(),
                100 * chance());
    }

    private void guessUntil(Instant end, double... chances) {
        Instant now = BEGIN;
        while (now.isBefore(end)) {
            Optional<Instant> next = Optional.empty();
            for (double chance : chances) {
                Optional<Reached> reached = limits.against(made, chance, now);
                if (reached.isEmpty()) {
                    made.add(new Wrong(now, chance));
                    next = Optional.of(now);
                } else {
                    Instant until = reached.get().until();
                    next = Optional.of(next.filter(until::isAfter).orElse(until));
                }
            }
            now = next.orElseThrow();
        }
    }

    private long madeWithin(Duration time) {
        return made.stream().filter(each -> each.at().isBefore(BEGIN.plus(time))).count();
    }

    private double chance() {
        return made.stream().mapToDouble(Wrong::chance).sum();
    }

    private static String documented() throws IOException {
        return Files.readString(Path.of("../docs/security.md"));
    }
}
