package io.countersign.identity.method;

import io.countersign.challenge.Method;
import io.countersign.events.id.ChallengeId;
import java.util.OptionalInt;

/** A place other than the challenge's page where people decide on it, such as a messenger. */
public interface DecidedElsewhere {

    /** The method by which this approves. */
    Method method();

    /** The number that the page shows, for its person to find there; empty where there is none. */
    OptionalInt number(ChallengeId challenge);

    /**
     * Approves or denies the challenge as its owner decided; does nothing if no one has decided or
     * the challenge has ended. Judging twice is the same as judging once.
     *
     * @return false where it was confirmed for an account that may not be used any more: then
     *     nothing is approved
     */
    boolean judge(ChallengeId challenge);

    /** Whether it was confirmed, whatever the store says about the challenge. */
    boolean confirmed(ChallengeId challenge);
}
