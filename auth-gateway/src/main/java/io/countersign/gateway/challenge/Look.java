package io.countersign.gateway.challenge;

import java.util.Optional;

/** What a look at an answer shows. */
public sealed interface Look {

    record Fits() implements Look {}

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
