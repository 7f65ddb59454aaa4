package io.countersign.gateway.api.phone;

import io.countersign.challenge.Method;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.factor.phone.Phone;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A phone that is a factor.
 *
 * @param name what the person calls it
 * @param masked the number, as far as it is shown
 * @param region ISO 3166 country
 * @param uses what it serves for
 * @param confirmedAt when the person proved to have it
 * @param lastUsedAt when a code that came to it last signed in; null when none has
 */
record PhoneView(
        FactorId id,
        String name,
        String masked,
        String region,
        Set<Method> uses,
        @Nullable Instant confirmedAt,
        @Nullable Instant lastUsedAt) {

    static PhoneView of(Phone phone) {
        return new PhoneView(
                phone.id(),
                phone.name(),
                phone.masked(),
                phone.region(),
                phone.uses().methods(),
                phone.confirmedAt(),
                phone.lastUsedAt());
    }
}
