package io.countersign.challenge.store;

import io.countersign.challenge.Challenge;
import java.time.Instant;

/** A pure step from one state to the next; looks at nothing but its arguments. */
@FunctionalInterface
public interface Transition<R> {

    Change<R> from(Challenge current, Instant now);
}
