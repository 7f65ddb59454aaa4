package io.countersign.gateway.api;

import io.countersign.identity.enrol.FactorChangeOutcome;
import org.springframework.http.ResponseEntity;

/** What the API answers that was to change how an account is protected. */
public final class ChangeAnswers {

    private ChangeAnswers() {}

    /**
     * Nothing where it was done, else the problem.
     *
     * @param nothing the problem of there being nothing to change
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
