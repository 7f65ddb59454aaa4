package io.countersign.engine.answer;

import io.countersign.challenge.Pending;

/** What a person typed, read as an answer of one method. */
@FunctionalInterface
public interface SubmittedAnswer {

    /**
     * Judges it against a challenge. Reads what it needs and writes nothing: what follows is in the
     * result, and happens only once the challenge has taken the answer.
     */
    Verification verify(Pending challenge);
}
