package io.countersign.identity.method;

import io.countersign.engine.answer.SubmittedAnswer;
import java.util.Optional;
import java.util.UUID;

/** A method that is answered by typing. */
public non-sealed interface TypedMethod extends ProofMethod {

    /**
     * Reads what somebody typed; compares nothing yet.
     *
     * @param typed at most {@value AnswerChallenge#LONGEST} characters
     * @return empty for what cannot be an answer at all, which costs no guess
     */
    Optional<SubmittedAnswer> read(UUID account, String typed);

    /** The chance that a guess at random is right, as it is charged; 0 where nobody can guess. */
    double chance(UUID account);
}
