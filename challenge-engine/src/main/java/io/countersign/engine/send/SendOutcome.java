package io.countersign.engine.send;

import io.countersign.challenge.Verdict;
import io.countersign.engine.limit.GuessLimits.Reached;
import io.countersign.events.id.ChallengeId;
import java.time.Instant;

/** What became of asking for a delivery. */
public sealed interface SendOutcome {

    /** It is with the broker. */
    record OnItsWay(ChallengeId challenge) implements SendOutcome {}

    /** One is under way; the next can be asked for later. */
    record TooSoon(Instant possibleAt) implements SendOutcome {}

    /**
     * A limit was reached.
     *
     * @param limit the rule's name, such as {@code number-hour}
     */
    record Limited(String limit, Instant possibleAt) implements SendOutcome {}

    /** Nothing is sent to the phone's country any more. */
    record CountryNotServed() implements SendOutcome {}

    /** After so many wrong codes no code would be accepted; nothing was sent. */
    record Rests(Reached reached) implements SendOutcome {}

    /** The account cannot use this method or this factor, or no longer. */
    record NotOffered() implements SendOutcome {}

    /** The broker does not take it; nothing will be sent. */
    record NotTaken(ChallengeId challenge) implements SendOutcome {}

    /** The account may not be used any more; nothing was sent and no limit charged. */
    record Suspended() implements SendOutcome {}

    /** The challenge has ended. */
    record Over(Verdict verdict) implements SendOutcome {}
}
