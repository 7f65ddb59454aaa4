package io.countersign.identity.caller;

import io.countersign.identity.attempt.RandomToken;
import io.countersign.identity.remembered.DevicePass;

/** A token that a device shows when its owner signs in on it again. */
public sealed interface DeviceToken {

    /**
     * Has wrong passwords and guesses counted separately from those of all others; opens nothing.
     */
    record Known(RandomToken token) implements DeviceToken {}

    /** Stands in for the second factor. */
    record Remembered(DevicePass pass) implements DeviceToken {}
}
