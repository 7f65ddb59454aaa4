package io.countersign.gateway.challenge;

import io.countersign.challenge.Method;

/** Told of each wrong answer, in the transaction that charges it. */
@FunctionalInterface
public interface WrongAnswers {

    /**
     * Hears of one.
     *
     * @param outcome what is said to whoever gave it
     */
    void given(Asked asked, Method method, AnswerOutcome outcome);
}
