package io.countersign.gateway.challenge;

import io.countersign.challenge.Pending;

/** What somebody typed. */
@FunctionalInterface
public interface Guessed {

    /**
     * Looks at it, once, after it was counted and charged. May write to the database, within the
     * transaction of the charge: where it fits, that stands only if the challenge is approved by
     * it; where it does not, together with the charge.
     */
    Look look(Pending challenge);
}
