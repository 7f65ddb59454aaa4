package io.countersign.identity.caller;

import io.countersign.identity.attempt.RandomToken;
import io.countersign.identity.remembered.DevicePass;

/** What a device shows when its owner signs in on it once more. */
public sealed interface DeviceToken {

    /** Has wrong passwords and guesses counted apart from everybody else's; opens nothing. */
    record Known(RandomToken token) implements DeviceToken {}

    /** Stands in for the second factor. */
    record Remembered(DevicePass pass) implements DeviceToken {}
}
