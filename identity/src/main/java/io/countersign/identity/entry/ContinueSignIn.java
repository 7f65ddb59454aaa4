package io.countersign.identity.entry;

import io.countersign.identity.attempt.Attempt;
import io.countersign.identity.caller.Client;
import io.countersign.identity.method.SecondFactor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Continues after the right password. */
@Service
public class ContinueSignIn {

    private final SecondFactor secondFactor;
    private final CompleteSignIn completion;
    private final RememberedSignIn remembered;

    ContinueSignIn(
            SecondFactor secondFactor, CompleteSignIn completion, RememberedSignIn remembered) {
        this.secondFactor = secondFactor;
        this.completion = completion;
        this.remembered = remembered;
    }

    /** How a sign-in continues. */
    public enum Next {
        SIGNED_IN,
        /** The attempt or the account has ended meanwhile. */
        ENDED,
        /** The session can do nothing but give the second factor. */
        SECOND_FACTOR
    }

    /** Signs in where nothing more is needed; otherwise begins a session that awaits the rest. */
    @Transactional
    public Next after(Attempt attempt, Client client) {
        if (!secondFactor.needed(attempt.account())) {
            return completion.withoutSecond(attempt, client) ? Next.SIGNED_IN : Next.ENDED;
        }
        if (remembered.complete(attempt, client)) {
            return Next.SIGNED_IN;
        }
        if (attempt.pending()) {
            completion.begin(attempt, client);
        }
        return Next.SECOND_FACTOR;
    }
}
