package io.countersign.gateway.web.security;

import io.countersign.challenge.Method;
import io.countersign.identity.history.HistoryFilter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the form above the history asks for; invalid values are ignored.
 *
 * @param only {@code failures}, or everything
 * @param method the name of a method
 * @param since first day, ISO 8601, in UTC
 * @param until last day, ISO 8601, in UTC
 */
record HistoryQuery(
        @Nullable String only,
        @Nullable String method,
        @Nullable String since,
        @Nullable String until) {

    private static final String FAILURES = "failures";

    HistoryFilter filter() {
        return new HistoryFilter(
                FAILURES.equals(only),
                named().orElse(null),
                midnight(since, 0).orElse(null),
                midnight(until, 1).orElse(null));
    }

    /** Whether it filters anything out. */
    public boolean narrow() {
        return !filter().equals(HistoryFilter.ALL);
    }

    /**
     * The address of one of its pages.
     *
     * @param from where the page begins; the newest entry where null
     */
    String link(@Nullable String from) {
        return UriComponentsBuilder.fromPath("/security/history")
                .queryParamIfPresent("only", present(only))
                .queryParamIfPresent("method", present(method))
                .queryParamIfPresent("since", present(since))
                .queryParamIfPresent("until", present(until))
                .queryParamIfPresent("from", present(from))
                .encode()
                .toUriString();
    }

    private Optional<Method> named() {
        return Stream.of(Method.values()).filter(each -> each.name().equals(method)).findFirst();
    }

    private static Optional<Instant> midnight(@Nullable String day, int daysLater) {
        try {
            return present(day)
                    .map(LocalDate::parse)
                    .map(parsed -> parsed.plusDays(daysLater).atStartOfDay(ZoneOffset.UTC))
                    .map(Instant::from)
                    .filter(HistoryQuery::storable);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean storable(Instant at) {
        int year = at.atZone(ZoneOffset.UTC).getYear();
        return year > 0 && year < 10_000;
    }

    private static Optional<String> present(@Nullable String value) {
        return Optional.ofNullable(value).filter(given -> !given.isEmpty());
    }
}
