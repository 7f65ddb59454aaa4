package io.countersign.gateway.challenge;

import io.countersign.gateway.signin.Outcome;
import java.util.UUID;

/** Throws everybody out of an account, in the caller's transaction. */
@FunctionalInterface
public interface Eviction {

    /**
     * Ends every session and makes every device a stranger.
     *
     * @param underWay how attempts end that nobody has finished yet
     */
    void all(UUID account, Outcome underWay);
}
