package io.countersign.gateway.api;

import io.countersign.challenge.Verdict;
import io.countersign.engine.answer.AnswerOutcome;
import io.countersign.engine.answer.Hint;
import io.countersign.engine.limit.GuessLimits.Reached;
import io.countersign.engine.send.SendOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The problems of sending a code and of answering with one. */
public final class ChallengeProblems {

    private ChallengeProblems() {}

    /** Empty when the code is on its way. */
    public static Optional<Problem> of(SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.OnItsWay _ -> Optional.empty();
            case SendOutcome.TooSoon(Instant possibleAt) ->
                    Optional.of(Problem.of(ProblemType.SEND_TOO_SOON).retryAt(possibleAt));
            case SendOutcome.Limited(String limit, Instant possibleAt) ->
                    Optional.of(
                            Problem.of(ProblemType.SEND_LIMITED)
                                    .with("limit", limit)
                                    .retryAt(possibleAt));
            case SendOutcome.Rests(Reached(var limit, var until)) ->
                    Optional.of(
                            Problem.of(ProblemType.GUESSES_SPENT)
                                    .with("limit", limit)
                                    .retryAt(until));
            case SendOutcome.CountryNotServed _ ->
                    Optional.of(Problem.of(ProblemType.COUNTRY_NOT_SERVED));
            case SendOutcome.NotOffered _ ->
                    Optional.of(Problem.of(ProblemType.METHOD_NOT_OFFERED));
            case SendOutcome.NotTaken _ ->
                    Optional.of(Problem.of(ProblemType.DELIVERY_UNAVAILABLE));
            case SendOutcome.Suspended _ -> Optional.of(Problem.of(ProblemType.SIGN_IN_ENDED));
            case SendOutcome.Over(Verdict verdict) -> Optional.of(over(verdict));
        };
    }

    /** Empty when the answer was right. */
    public static Optional<Problem> of(AnswerOutcome outcome) {
        return switch (outcome) {
            case AnswerOutcome.Right _ -> Optional.empty();
            case AnswerOutcome.Wrong(var _, int guessesLeft, Optional<Hint> hint) ->
                    Optional.of(wrong(hint).with("guessesLeft", guessesLeft));
            case AnswerOutcome.NotACode _ -> Optional.of(Problem.of(ProblemType.CODE_MALFORMED));
            case AnswerOutcome.NotOffered _ ->
                    Optional.of(Problem.of(ProblemType.METHOD_NOT_OFFERED));
            case AnswerOutcome.Exhausted(var _, Reached(var limit, var until)) ->
                    Optional.of(
                            Problem.of(ProblemType.GUESSES_SPENT)
                                    .with("limit", limit)
                                    .retryAt(until));
            case AnswerOutcome.Suspended _ -> Optional.of(Problem.of(ProblemType.SIGN_IN_ENDED));
            case AnswerOutcome.Over(Verdict verdict) -> Optional.of(over(verdict));
        };
    }

    private static Problem wrong(Optional<Hint> hint) {
        return switch (hint.orElse(null)) {
            case null -> Problem.of(ProblemType.CODE_WRONG);
            case Hint.UsedAlready _ -> Problem.of(ProblemType.CODE_USED_ALREADY);
            case Hint.ClockOff(Duration ahead) ->
                    Problem.of(ProblemType.CLOCK_OFF).with("secondsAhead", ahead.toSeconds());
        };
    }

    private static Problem over(Verdict verdict) {
        return Problem.of(ProblemType.CHALLENGE_OVER).with("verdict", verdict);
    }
}
