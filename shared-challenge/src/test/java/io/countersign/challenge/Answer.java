package io.countersign.challenge;

import io.countersign.challenge.store.Change;
import io.countersign.challenge.store.Transition;

/** What the person who answered is told. */
public enum Answer {
    RIGHT,
    WRONG,
    /** The challenge was over. */
    NOT_LOOKED_AT;

    /** Answers the way a gateway does. */
    public static Transition<Answer> with(Guess guess) {
        return (current, now) ->
                current instanceof Pending pending
                        ? told(pending.answer(guess, Method.SMS, now))
                        : Change.to(current, NOT_LOOKED_AT);
    }

    private static Change<Answer> told(Challenge next) {
        return Change.to(
                next,
                switch (next) {
                    case Approved _ -> RIGHT;
                    case Pending _, Locked _ -> WRONG;
                    case Denied _, Expired _ -> NOT_LOOKED_AT;
                });
    }
}
