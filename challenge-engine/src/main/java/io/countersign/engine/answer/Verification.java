package io.countersign.engine.answer;

import io.countersign.challenge.Method;
import java.util.Optional;

/** Whether an answer is right. */
public sealed interface Verification {

    /** What follows once the challenge has taken the answer. */
    Settlement then();

    /**
     * It is right.
     *
     * @param by the method whose code it is, where that differs from the one asked for: the SMS in
     *     place of calls
     */
    record Matches(Optional<Method> by, Settlement then) implements Verification {

        public Matches(Settlement then) {
            this(Optional.empty(), then);
        }
    }

    /**
     * It is wrong.
     *
     * @param hint why, where that can be told without helping a guesser
     */
    record DoesNotMatch(Optional<Hint> hint, Settlement then) implements Verification {

        public DoesNotMatch(Settlement then) {
            this(Optional.empty(), then);
        }

        /** Wrong for no reason that can be told, and without consequences. */
        public static DoesNotMatch plainly() {
            return new DoesNotMatch(Settlement.NOTHING);
        }
    }
}
