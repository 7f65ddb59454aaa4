package io.countersign.identity.remembered;

import io.countersign.identity.history.Device;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A device on which its owner is not asked for the second factor.
 *
 * @param current whether it is the one that asks
 * @param device as far as it said when it was used last
 * @param address the IP address that it was used from last
 * @param place roughly where that is; null where not known
 * @param rememberedAt when the second factor was given on it
 * @param lastUsedAt when it was last used to sign in
 * @param until from when on the second factor is asked for again
 */
public record RememberedDevice(
        UUID id,
        boolean current,
        Device device,
        String address,
        @Nullable String place,
        Instant rememberedAt,
        Instant lastUsedAt,
        Instant until) {}
