package io.countersign.engine.answer;

import java.time.Duration;

/** Why an answer was wrong that most probably came from the right person. */
public sealed interface Hint {

    /**
     * The clock of the device that made the code differs from ours.
     *
     * @param ahead by how much its clock is ahead; negative when it is behind
     */
    record ClockOff(Duration ahead) implements Hint {}

    /** The code was right, but has been used already. */
    record UsedAlready() implements Hint {}
}
