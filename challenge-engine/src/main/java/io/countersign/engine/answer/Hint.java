package io.countersign.engine.answer;

import java.time.Duration;

/** Why an answer was wrong that came from the right person, most probably. */
public sealed interface Hint {

    /**
     * The device that made the code has another time than we.
     *
     * @param ahead by how much its clock is ahead; negative when it is behind
     */
    record ClockOff(Duration ahead) implements Hint {}

    /** The code was right, and has served already. */
    record UsedAlready() implements Hint {}
}
