package io.countersign.gateway.api;

import io.countersign.identity.admission.TooBusy;
import io.countersign.identity.credential.ReenterOutcome;
import java.time.Instant;

/** Why a password that was asked for again was not taken. */
public final class PasswordProblems {

    private PasswordProblems() {}

    public static Problem of(ReenterOutcome.Refused refused) {
        return switch (refused) {
            case ReenterOutcome.Wrong _ -> Problem.of(ProblemType.PASSWORD_WRONG);
            case ReenterOutcome.TooMany(Instant retryAt) ->
                    Problem.of(ProblemType.TOO_MANY_TRIES).retryAt(retryAt);
            case ReenterOutcome.Busy _ ->
                    Problem.of(ProblemType.TOO_BUSY).retryAfter(TooBusy.RETRY_SECONDS);
        };
    }
}
