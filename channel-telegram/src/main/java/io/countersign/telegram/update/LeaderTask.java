package io.countersign.telegram.update;

/** What only one of all workers does. */
interface LeaderTask {

    /** Does it until the term ends; earlier where it is better that somebody else tries. */
    void perform(LeaderTerm term);

    /** Has what is under way come to an end soon. */
    void interrupt();
}
