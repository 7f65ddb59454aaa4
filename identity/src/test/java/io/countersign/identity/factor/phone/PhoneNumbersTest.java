package io.countersign.identity.factor.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.events.content.Destination;
import io.countersign.identity.factor.FactorName;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {

    private final PhoneNumbers numbers = serving("US", "DE", "GB", "ES", "MX", "AR");

    @ParameterizedTest
    @CsvSource({
        "+1 201 555 0123, '', +12015550123, US",
        "(201) 555-0123, US, +12015550123, US",
        "0151 23456789, DE, +4915123456789, DE",
        "0151 23456789, de, +4915123456789, DE",
        "+49 (0)151 23456789, US, +4915123456789, DE",
        "612 34 56 78, ES, +34612345678, ES",
        "00 49 151 23456789, DE, +4915123456789, DE",
        "٠١٥١ ٢٣٤٥٦٧٨٩, DE, +4915123456789, DE",
        "+52 1 55 1234 5678, '', +525512345678, MX",
        "+52 55 1234 5678, '', +525512345678, MX",
        "044 55 1234 5678, MX, +525512345678, MX",
        "+54 9 11 2345 6789, '', +5491123456789, AR",
        "011 15 2345 6789, AR, +5491123456789, AR"
    })
    void mobilesAreReadAsPeopleTypeThem(String typed, String region, String e164, String of) {
        assertThat(numbers.read(typed, region))
                .isEqualTo(new NumberRead.Usable(new UsableNumber(new Destination(e164), of)));
    }

    @ParameterizedTest
    @CsvSource({
        "'', DE, MALFORMED",
        "hello, DE, MALFORMED",
        "+, DE, MALFORMED",
        "0151 23456789 ext. 12, DE, MALFORMED",
        "0151 23456789, '', COUNTRY_MISSING",
        "0151 23456789, XX, COUNTRY_MISSING",
        "+999 123 456 789, DE, COUNTRY_MISSING",
        "+49 15, DE, TOO_SHORT",
        "555 0123, US, TOO_SHORT",
        "+1 201 555 01234567, US, TOO_LONG",
        "+1 999 999 9999, US, UNASSIGNED",
        "+44 7000 000000 0, GB, TOO_LONG",
        "030 123456, DE, LANDLINE",
        "+54 11 2345 6789, DE, NINE_MISSING",
        "11 2345 6789, AR, NINE_MISSING",
        "+44 20 7946 0018, GB, LANDLINE",
        "+1 800 253 0000, US, NO_MOBILE",
        "+49 900 1 123456, DE, NO_MOBILE",
        "+33 6 12 34 56 78, DE, COUNTRY_NOT_SERVED",
        "+883 510 012345678, DE, COUNTRY_NOT_SERVED"
    })
    void eachFlawIsToldApart(String typed, String region, NumberFlaw flaw) {
        assertThat(numbers.read(typed, region)).isEqualTo(new NumberRead.Unusable(flaw));
    }

    @Test
    @Tag("SECURITY-8")
    void aMegabyteOfDigitsIsMerelyTooLong() {
        assertThat(numbers.read("1".repeat(1 << 20), "US"))
                .isEqualTo(new NumberRead.Unusable(NumberFlaw.TOO_LONG));
    }

    @Test
    void everywhereIsServedWhereTheOperatorSaysSo() {
        assertThat(serving("ALL").read("+33 6 12 34 56 78", null))
                .isInstanceOf(NumberRead.Usable.class);
    }

    @Test
    void aSettingThatNamesNoCountryStopsTheStart() {
        assertThatThrownBy(() -> serving("US", "UK"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("countersign.phones.regions")
                .hasMessageContaining("'UK'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u200b\u200e", "12345678901234567890123456789012345678901"})
    void aNameHasSomethingToBeSeenAndNotTooMuch(String typed) {
        assertThat(FactorName.parse(typed)).isEmpty();
    }

    private static PhoneNumbers serving(String... regions) {
        return new PhoneNumbers(
                new ServedRegions(new PhoneSettings(Set.of(regions), 5, Duration.ofMinutes(15))));
    }
}
