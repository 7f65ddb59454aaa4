package io.countersign.identity.method;

import io.countersign.engine.open.ChallengeContext;
import io.countersign.engine.send.SendOutcome;
import io.countersign.events.Channel;
import io.countersign.identity.factor.Factor;

/** A method that has something delivered: a code, or the question itself. */
public non-sealed interface DeliveredMethod extends ProofMethod {

    /** The channel over which a delivery begins. */
    Channel channel();

    /**
     * Delivers it within the context's challenge.
     *
     * @param factor one of {@link #factors}
     */
    SendOutcome send(ChallengeContext asked, Factor factor);
}
