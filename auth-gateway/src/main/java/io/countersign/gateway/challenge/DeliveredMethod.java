package io.countersign.gateway.challenge;

import io.countersign.gateway.factor.Factor;

/** A method that has something delivered: a code, or the question itself. */
public non-sealed interface DeliveredMethod extends ProofMethod {

    /**
     * Has it delivered within the challenge that is asked about.
     *
     * @param factor one of {@link #factors}
     */
    SendOutcome send(Asked asked, Factor factor);
}
