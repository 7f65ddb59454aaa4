package io.countersign.challenge.redis;

/** Whether Redis keeps what it is given until it expires. */
public sealed interface Retention {

    record Kept() implements Retention {}

    /**
     * Nothing is dropped yet, or it cannot be known.
     *
     * @param advice one sentence for the operator of Redis
     */
    record Doubtful(String advice) implements Retention {}

    /**
     * It is dropped silently once the memory is full.
     *
     * @param advice one sentence for the operator of Redis
     */
    record Dropped(String advice) implements Retention {}

    /** Redis does not answer. */
    record Unknown() implements Retention {}
}
