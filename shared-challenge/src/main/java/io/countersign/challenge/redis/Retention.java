package io.countersign.challenge.redis;

/** Whether Redis keeps what it is given until it expires. */
public sealed interface Retention {

    record Kept() implements Retention {}

    /**
     * Nothing is dropped yet, or nobody can know.
     *
     * @param advice one sentence for whoever runs Redis
     */
    record Doubtful(String advice) implements Retention {}

    /**
     * It is dropped without a word once the memory is full.
     *
     * @param advice one sentence for whoever runs Redis
     */
    record Dropped(String advice) implements Retention {}

    /** Redis does not answer. */
    record Unknown() implements Retention {}
}
