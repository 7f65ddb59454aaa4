package io.countersign.identity.remembered;

import io.countersign.identity.attempt.RandomToken;
import java.time.Duration;

/**
 * What a remembered device shows the next time, and only then.
 *
 * @param worth how long it is worth something
 */
public record DevicePass(RandomToken token, Duration worth) {}
