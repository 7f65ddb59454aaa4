package io.countersign.identity.method;

import io.countersign.engine.open.ChallengeContext;
import io.countersign.engine.send.SendOutcome;
import io.countersign.events.Channel;
import io.countersign.identity.factor.Factor;

/** A method that has something delivered: a code, or the question itself. */
public non-sealed interface DeliveredMethod extends ProofMethod {

    /** Over which a delivery begins. */
    Channel channel();

    /**
     * Has it delivered within the challenge that is asked about.
     *
     * @param factor one of {@link #factors}
     */
    SendOutcome send(ChallengeContext asked, Factor factor);
}
