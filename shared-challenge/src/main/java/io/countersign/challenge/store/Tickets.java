package io.countersign.challenge.store;

import java.time.Instant;
import java.util.Optional;

/**
 * Where single-use tickets wait for the worker that a person brings them to. Each operation throws
 * {@link StoreUnavailable}, quickly, when the store does not answer.
 */
public interface Tickets {

    /**
     * Keeps what the ticket is good for.
     *
     * @param digest of the ticket, which itself is never stored
     * @param sealed for the channel whose worker it is brought to
     * @param until worth nothing from then on
     */
    void issue(String digest, byte[] sealed, Instant until);

    /** Takes it: of any number of callers, only one gets it. */
    Optional<byte[]> redeem(String digest);
}
