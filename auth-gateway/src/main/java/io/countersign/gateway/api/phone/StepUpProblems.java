package io.countersign.gateway.api.phone;

import io.countersign.gateway.api.Problem;
import io.countersign.gateway.api.ProblemType;
import io.countersign.gateway.enrol.StepUpOutcome;
import java.time.Instant;

final class StepUpProblems {

    private StepUpProblems() {}

    static Problem of(StepUpOutcome.Refused refused) {
        return switch (refused) {
            case StepUpOutcome.WrongPassword _ -> Problem.of(ProblemType.PASSWORD_WRONG);
            case StepUpOutcome.TooMany(Instant retryAt) ->
                    Problem.of(ProblemType.TOO_MANY_TRIES).retryAt(retryAt);
            case StepUpOutcome.SecondFactorTooOld _ ->
                    Problem.of(ProblemType.SECOND_FACTOR_TOO_OLD);
        };
    }
}
