package io.countersign.identity.remembered;

import java.time.Duration;
import java.util.OptionalInt;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether people may have a device remembered, on which they are asked for nothing but their
 * password.
 *
 * @param lifetime how long after the second factor was given: whole days from {@code 1d} to {@code
 *     90d}, or {@code 0} for not at all. A shorter one applies at once to the devices that are
 *     remembered already; a longer one only to those remembered later
 */
@ConfigurationProperties("countersign.remembered-devices")
public record RememberedDeviceSettings(@DefaultValue("0") Duration lifetime) {

    private static final Duration LONGEST = Duration.ofDays(90);

    /**
     * @throws IllegalArgumentException naming what cannot be
     */
    public RememberedDeviceSettings {
        boolean wholeDays = lifetime.equals(Duration.ofDays(lifetime.toDays()));
        if (!wholeDays || lifetime.isNegative() || lifetime.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "countersign.remembered-devices.lifetime has to be whole days from 1d to 90d,"
                            + " or 0 for no remembered devices");
        }
    }

    /** For how many days; empty where it is not possible. */
    public OptionalInt days() {
        return lifetime.isZero() ? OptionalInt.empty() : OptionalInt.of((int) lifetime.toDays());
    }
}
