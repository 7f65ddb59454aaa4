package io.countersign.gateway.challenge;

import io.countersign.challenge.Method;
import io.countersign.gateway.signin.GuessLimits.Reached;

/** Told of each wrong answer, in the transaction that charges it. */
public interface WrongAnswers {

    /**
     * Hears of one.
     *
     * @param outcome what is said to whoever gave it
     */
    void given(Asked asked, Method method, AnswerOutcome outcome);

    /** Hears of the one that has spent the budget of the year. */
    void spent(Asked asked, Method method, Reached reached);
}
