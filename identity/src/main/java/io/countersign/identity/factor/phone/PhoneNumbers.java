package io.countersign.identity.factor.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.countersign.events.content.Destination;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads phone numbers as people type them, and says what is wrong with one. */
@Component
public class PhoneNumbers {

    private static final int MEXICO = 52;
    private static final int ARGENTINA = 54;
    private static final Pattern OLD_MEXICAN = Pattern.compile("(?:1|0?4[45])([0-9]{10})");

    private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
    private final ServedRegions served;

    PhoneNumbers(ServedRegions served) {
        this.served = served;
    }

    /**
     * Reads a number.
     *
     * @param typed national, or international with {@code +}
     * @param region ISO 3166 country that a national number belongs to; null or unknown for none
     */
    public NumberRead read(String typed, @Nullable String region) {
        PhoneNumber number;
        try {
            number = library.parse(typed, region == null ? null : region.toUpperCase(Locale.ROOT));
        } catch (NumberParseException e) {
            return new NumberRead.Unusable(flaw(e));
        }
        asWrittenToday(number);
        return flaw(number)
                .<NumberRead>map(NumberRead.Unusable::new)
                .orElseGet(() -> new NumberRead.Usable(usable(number)));
    }

    /** Until 2019 Mexico's mobile numbers were dialled with one more prefix, and many still are. */
    private void asWrittenToday(PhoneNumber number) {
        Matcher old = OLD_MEXICAN.matcher(library.getNationalSignificantNumber(number));
        if (number.getCountryCode() == MEXICO && old.matches()) {
            number.clearItalianLeadingZero()
                    .clearNumberOfLeadingZeros()
                    .setNationalNumber(Long.parseLong(old.group(1)));
        }
    }

    /** Whether Argentina's 9, which only mobile numbers have, was left out. */
    private boolean mobileWithNine(PhoneNumber number) {
        PhoneNumber mobile =
                new PhoneNumber()
                        .setCountryCode(number.getCountryCode())
                        .setNationalNumber(
                                Long.parseLong("9" + library.getNationalSignificantNumber(number)));
        return number.getCountryCode() == ARGENTINA
                && library.getNumberType(mobile) == PhoneNumberType.MOBILE;
    }

    private UsableNumber usable(PhoneNumber number) {
        return new UsableNumber(
                new Destination(library.format(number, PhoneNumberFormat.E164)),
                library.getRegionCodeForNumber(number));
    }

    private Optional<NumberFlaw> flaw(PhoneNumber number) {
        if (number.hasExtension()) {
            return Optional.of(NumberFlaw.MALFORMED);
        }
        return switch (library.isPossibleNumberWithReason(number)) {
            case TOO_SHORT, IS_POSSIBLE_LOCAL_ONLY -> Optional.of(NumberFlaw.TOO_SHORT);
            case TOO_LONG -> Optional.of(NumberFlaw.TOO_LONG);
            case INVALID_LENGTH, INVALID_COUNTRY_CODE -> Optional.of(NumberFlaw.IMPOSSIBLE);
            case IS_POSSIBLE -> flawOfPossible(number);
        };
    }

    private Optional<NumberFlaw> flawOfPossible(PhoneNumber number) {
        if (!library.isValidNumber(number)) {
            return Optional.of(NumberFlaw.UNASSIGNED);
        }
        if (!served.contains(library.getRegionCodeForNumber(number))) {
            return Optional.of(NumberFlaw.COUNTRY_NOT_SERVED);
        }
        return switch (library.getNumberType(number)) {
            case MOBILE, FIXED_LINE_OR_MOBILE -> Optional.empty();
            case FIXED_LINE ->
                    Optional.of(
                            mobileWithNine(number) ? NumberFlaw.NINE_MISSING : NumberFlaw.LANDLINE);
            case TOLL_FREE,
                    PREMIUM_RATE,
                    SHARED_COST,
                    VOIP,
                    PERSONAL_NUMBER,
                    PAGER,
                    UAN,
                    VOICEMAIL,
                    UNKNOWN ->
                    Optional.of(NumberFlaw.NO_MOBILE);
        };
    }

    private static NumberFlaw flaw(NumberParseException refusal) {
        return switch (refusal.getErrorType()) {
            case INVALID_COUNTRY_CODE -> NumberFlaw.COUNTRY_MISSING;
            case NOT_A_NUMBER -> NumberFlaw.MALFORMED;
            case TOO_SHORT_AFTER_IDD, TOO_SHORT_NSN -> NumberFlaw.TOO_SHORT;
            case TOO_LONG -> NumberFlaw.TOO_LONG;
        };
    }
}
