package io.countersign.identity.factor.totp;

import java.time.Duration;
import java.util.Optional;

/** What became of an authenticator's first code. */
public sealed interface ActivateOutcome {

    /** The authenticator is a factor now. */
    record Active() implements ActivateOutcome {}

    /**
     * The code is not right.
     *
     * @param clockAhead by how much the device's clock is ahead, negative when it is behind; empty
     *     if the code fits no time at all
     */
    record Wrong(Optional<Duration> clockAhead) implements ActivateOutcome {}

    /** It cannot be a code. */
    record NotACode() implements ActivateOutcome {}

    /** The session has no such authenticator under way, or no longer. */
    record Gone() implements ActivateOutcome {}
}
