package io.countersign.identity.method;

import io.countersign.engine.answer.SubmittedAnswer;
import io.countersign.identity.account.AccountId;
import java.util.Optional;

/** A method that is answered by typing. */
public non-sealed interface TypedMethod extends ProofMethod {

    /**
     * Reads what a person typed; compares nothing yet.
     *
     * @param typed at most {@value AnswerChallenge#LONGEST} characters
     * @return empty for what cannot be an answer at all, which costs no guess
     */
    Optional<SubmittedAnswer> read(AccountId account, String typed);

    /**
     * The chance that a random guess is right, as it is charged; 0 where guessing is impossible.
     */
    double chance(AccountId account);
}
