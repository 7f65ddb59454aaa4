package io.countersign.gateway.web.phone;

import io.countersign.identity.factor.phone.ServedRegions;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The countries whose phones can be added, as the visitor's language names and sorts them. */
@Component
class Countries {

    private final ServedRegions served;

    Countries(ServedRegions served) {
        this.served = served;
    }

    List<Country> in(Locale language) {
        return served.all().stream()
                .map(
                        region ->
                                new Country(
                                        region.code(),
                                        Locale.of("", region.code()).getDisplayCountry(language),
                                        region.callingCode()))
                .sorted(Comparator.comparing(Country::name, Collator.getInstance(language)))
                .toList();
    }

    /** The one the visitor is most likely to want, going by what the browser says. */
    Optional<String> likely(List<Locale> spoken) {
        return spoken.stream().map(Locale::getCountry).filter(served::contains).findFirst();
    }
}
