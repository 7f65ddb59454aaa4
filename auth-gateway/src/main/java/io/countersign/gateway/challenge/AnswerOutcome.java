package io.countersign.gateway.challenge;

import io.countersign.challenge.Approved;
import io.countersign.challenge.Verdict;

/** What became of an answer. */
public sealed interface AnswerOutcome {

    /** It is the right one, given for the first time and in time. */
    record Right(Approved challenge) implements AnswerOutcome {}

    /** It is not. */
    record Wrong(int guessesLeft) implements AnswerOutcome {}

    /** It cannot be a code at all; it was not counted. */
    record NotACode() implements AnswerOutcome {}

    /** The account's guesses of a year are used up; nothing was looked at. */
    record Exhausted() implements AnswerOutcome {}

    /** The challenge has ended, by this answer or before. */
    record Over(Verdict verdict) implements AnswerOutcome {}
}
