package io.countersign.gateway.api;

import io.countersign.identity.enrol.FactorChangeOutcome;
import org.springframework.http.ResponseEntity;

/** The API's answers to requests that change how an account is protected. */
public final class ChangeAnswers {

    private ChangeAnswers() {}

    /**
     * An empty answer if it was done, else the problem.
     *
     * @param nothing the problem for when there is nothing to change
     */
    public static ResponseEntity<Object> of(FactorChangeOutcome outcome, ProblemType nothing) {
        return switch (outcome) {
            case FactorChangeOutcome.Done _ -> ResponseEntity.noContent().build();
            case FactorChangeOutcome.NothingToDo _ -> Problem.of(nothing).answer();
            case FactorChangeOutcome.OnlyFallbacksLeft _ ->
                    Problem.of(ProblemType.ONLY_FALLBACKS_LEFT).answer();
            case FactorChangeOutcome.PasswordNotTaken(var refused) ->
                    PasswordProblems.of(refused).answer();
        };
    }
}
