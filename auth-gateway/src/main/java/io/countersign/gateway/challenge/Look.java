package io.countersign.gateway.challenge;

import io.countersign.challenge.Method;
import java.util.Optional;

/** What a look at an answer shows. */
public sealed interface Look {

    /**
     * It fits.
     *
     * @param by the method whose code it is, where that is another one than was asked for: the SMS
     *     in place of calls
     */
    record Fits(Optional<Method> by) implements Look {

        public Fits() {
            this(Optional.empty());
        }
    }

    /**
     * It does not fit.
     *
     * @param hint why, where that can be told without helping who guesses
     */
    record DoesNotFit(Optional<Hint> hint) implements Look {

        public static final DoesNotFit FOR_NO_REASON = new DoesNotFit(Optional.empty());
    }

    static Look of(boolean fits) {
        return fits ? new Fits() : DoesNotFit.FOR_NO_REASON;
    }
}
