package io.countersign.engine.answer;

import io.countersign.challenge.Approved;
import io.countersign.challenge.Method;
import io.countersign.challenge.Verdict;
import io.countersign.engine.limit.GuessLimits.Reached;
import java.util.Optional;

/** What became of an answer. */
public sealed interface AnswerOutcome {

    /** It is right, given for the first time and in time. */
    record Right(Approved challenge) implements AnswerOutcome {}

    /**
     * It is wrong.
     *
     * @param hint why, where that can be told
     */
    record Wrong(Method method, int guessesLeft, Optional<Hint> hint) implements AnswerOutcome {}

    /** It cannot be an answer at all; it was not counted. */
    record NotACode(Method method) implements AnswerOutcome {}

    /** The account cannot use this method, or no longer; nothing was judged. */
    record NotOffered() implements AnswerOutcome {}

    /** So many guesses were wrong that no more are judged for a while. */
    record Exhausted(Method method, Reached reached) implements AnswerOutcome {}

    /** The account may not be used any more, or the attempt has ended; nothing came of it. */
    record Suspended() implements AnswerOutcome {}

    /** The challenge has ended, by this answer or before. */
    record Over(Verdict verdict) implements AnswerOutcome {}
}
