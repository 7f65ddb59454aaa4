package io.countersign.telegram.update;

/** What only one of all workers does. */
interface Duty {

    /** Does it until the term ends; earlier where it is better that somebody else tries. */
    void perform(Term term);

    /** Has what is under way come to an end soon. */
    void interrupt();
}
