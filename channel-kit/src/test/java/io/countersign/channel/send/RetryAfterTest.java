package io.countersign.channel.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    private final RetryAfter header =
            new RetryAfter(Clock.fixed(Instant.parse("1994-11-06T08:49:30Z"), ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7|PT7S",
                " 7 |PT7S",
                "Sun, 06 Nov 1994 08:49:37 GMT|PT7S",
                "Sunday, 06-Nov-94 08:49:37 GMT|PT7S",
                "Sun Nov  6 08:49:37 1994|PT7S",
                "Mon, 07 Nov 1994 08:49:37 GMT|PT5M",
                "301|PT5M",
                "99999999999999999999|PT5M"
            })
    void isSecondsOrADateAndNoLongerThanFiveMinutes(String value, Duration rest) {
        assertThat(header.read(value)).contains(rest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0",
                "-1",
                "1.5",
                "soon",
                "''",
                "Sun, 06 Nov 1994 08:49:30 GMT",
                "Sat, 05 Nov 1994 08:49:37 GMT",
                "Mon, 06 Nov 1994 08:49:37 GMT",
                "Sun, 06 Nov 1994 25:49:37 GMT",
                "1994-11-06T08:49:37Z"
            })
    void nonsenseAndWhatIsOverSayNothing(String value) {
        assertThat(header.read(value)).isEmpty();
    }
}
