package io.countersign.identity.remembered;

import io.countersign.identity.attempt.RandomToken;
import java.time.Duration;

/**
 * The token that a remembered device shows the next time, and only then.
 *
 * @param worth how long it is valid
 */
public record DevicePass(RandomToken token, Duration worth) {}
