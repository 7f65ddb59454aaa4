package io.countersign.gateway.api;

import io.countersign.gateway.enrol.StepUpOutcome;
import java.time.Instant;

/** What somebody has yet to prove before they can change a factor. */
public final class StepUpProblems {

    private StepUpProblems() {}

    public static Problem of(StepUpOutcome.Refused refused) {
        return switch (refused) {
            case StepUpOutcome.WrongPassword _ -> Problem.of(ProblemType.PASSWORD_WRONG);
            case StepUpOutcome.TooMany(Instant retryAt) ->
                    Problem.of(ProblemType.TOO_MANY_TRIES).retryAt(retryAt);
            case StepUpOutcome.SecondFactorTooOld _ ->
                    Problem.of(ProblemType.SECOND_FACTOR_TOO_OLD);
        };
    }
}
