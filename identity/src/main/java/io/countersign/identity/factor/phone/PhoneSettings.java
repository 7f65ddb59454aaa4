package io.countersign.identity.factor.phone;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which phones people can add.
 *
 * @param regions ISO 3166 countries that codes are sent to, or {@code ALL}. The default holds
 *     countries whose SMS are cheap, so that pumping them does not pay
 * @param most phones of one account
 * @param patience how long a person may take to prove that a phone is theirs
 */
@Validated
@ConfigurationProperties("countersign.phones")
public record PhoneSettings(
        @DefaultValue({
                    "AT", "AU", "BE", "BG", "CA", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI",
                    "FR", "GB", "GR", "HR", "HU", "IE", "IS", "IT", "JP", "LI", "LT", "LU", "LV",
                    "MT", "MX", "NL", "NO", "NZ", "PL", "PT", "RO", "SE", "SI", "SK", "US"
                })
                @NotEmpty
                Set<String> regions,
        @DefaultValue("5") @Min(1) @Max(50) int most,
        @DefaultValue("15m") @DurationMin(minutes = 1) @DurationMax(hours = 1) Duration patience) {

    private static final String EVERYWHERE = "ALL";

    /**
     * @throws IllegalArgumentException naming what is no country
     */
    public PhoneSettings {
        regions = Set.copyOf(regions);
        for (String region : regions) {
            if (!region.equals(EVERYWHERE)
                    && !PhoneNumberUtil.getInstance().getSupportedRegions().contains(region)) {
                throw new IllegalArgumentException(
                        "countersign.phones.regions: '"
                                + region
                                + "' is no ISO 3166 country with phone numbers");
            }
        }
    }

    boolean everywhere() {
        return regions.contains(EVERYWHERE);
    }
}
