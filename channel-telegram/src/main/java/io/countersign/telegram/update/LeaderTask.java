package io.countersign.telegram.update;

/** What only one of all workers does. */
interface LeaderTask {

    /** Does it until the term ends; ends earlier where another worker had better try. */
    void perform(LeaderTerm term);

    /** Has work under way end soon. */
    void interrupt();
}
