package io.countersign.identity.factor.phone;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The countries that codes are sent to. */
@Component
public class ServedRegions {

    private final Set<String> served;

    ServedRegions(PhoneSettings settings) {
        served =
                settings.everywhere()
                        ? PhoneNumberUtil.getInstance().getSupportedRegions()
                        : settings.regions();
    }

    /**
     * Whether codes are sent there.
     *
     * @param region ISO 3166 country; null for a number that belongs to none
     */
    public boolean contains(@Nullable String region) {
        return region != null && served.contains(region);
    }

    /** In alphabetical order. */
    public List<Region> all() {
        return new TreeSet<>(served)
                .stream()
                        .map(
                                region ->
                                        new Region(
                                                region,
                                                PhoneNumberUtil.getInstance()
                                                        .getCountryCodeForRegion(region)))
                        .toList();
    }

    /**
     * A country to choose.
     *
     * @param code ISO 3166, such as {@code DE}
     * @param callingCode such as 49
     */
    public record Region(String code, int callingCode) {}
}
