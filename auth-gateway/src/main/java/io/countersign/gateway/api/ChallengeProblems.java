package io.countersign.gateway.api;

import io.countersign.challenge.Verdict;
import io.countersign.gateway.challenge.AnswerOutcome;
import io.countersign.gateway.challenge.SendOutcome;
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
            case SendOutcome.CountryNotServed _ ->
                    Optional.of(Problem.of(ProblemType.COUNTRY_NOT_SERVED));
            case SendOutcome.NotTaken _ ->
                    Optional.of(Problem.of(ProblemType.DELIVERY_UNAVAILABLE));
            case SendOutcome.Over(Verdict verdict) -> Optional.of(over(verdict));
        };
    }

    /** Empty when the answer was right. */
    public static Optional<Problem> of(AnswerOutcome outcome) {
        return switch (outcome) {
            case AnswerOutcome.Right _ -> Optional.empty();
            case AnswerOutcome.Wrong(int guessesLeft) ->
                    Optional.of(
                            Problem.of(ProblemType.CODE_WRONG).with("guessesLeft", guessesLeft));
            case AnswerOutcome.NotACode _ -> Optional.of(Problem.of(ProblemType.CODE_MALFORMED));
            case AnswerOutcome.Exhausted _ -> Optional.of(Problem.of(ProblemType.GUESSES_SPENT));
            case AnswerOutcome.Over(Verdict verdict) -> Optional.of(over(verdict));
        };
    }

    private static Problem over(Verdict verdict) {
        return Problem.of(ProblemType.CHALLENGE_OVER).with("verdict", verdict);
    }
}
