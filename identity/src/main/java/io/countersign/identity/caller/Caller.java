package io.countersign.identity.caller;

import io.countersign.identity.account.AccountId;
import io.countersign.identity.attempt.AttemptId;
import io.countersign.identity.attempt.Origin;

/**
 * The signed-in person who changes something, from where, and in which session.
 *
 * @param session continues as the change requires
 */
public record Caller(SignedIn who, Origin origin, CallerSession session) {

    public AccountId account() {
        return who.account();
    }

    /** The attempt to sign in that the session came from. */
    public AttemptId attempt() {
        return who.attempt();
    }
}
