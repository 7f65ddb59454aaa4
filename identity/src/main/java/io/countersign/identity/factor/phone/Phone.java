package io.countersign.identity.factor.phone;

import io.countersign.events.content.Destination;
import io.countersign.identity.factor.Factor;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.factor.FactorKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A phone of an account.
 *
 * @param name what the person calls it
 * @param masked the number as pages show it
 * @param region ISO 3166 country of the number
 * @param number E.164
 * @param tag names the number where it must not stand in clear
 * @param uses what its owner uses it for
 * @param confirmedAt when the person proved to have it; null until then
 * @param lastUsedAt when a code that came to it last signed in; null when none has
 */
public record Phone(
        FactorId id,
        String name,
        String masked,
        String region,
        Destination number,
        String tag,
        PhoneUses uses,
        @Nullable Instant confirmedAt,
        @Nullable Instant lastUsedAt) {

    static final FactorKind KIND = new FactorKind("PHONE");

    /** As one of the account's factors. */
    public Factor factor() {
        return new Factor(KIND, id, name, masked, lastUsedAt);
    }
}
