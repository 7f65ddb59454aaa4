package io.countersign.telegram.update;

/** Whether an update may be acknowledged. */
enum Handled {
    DONE,
    /** It must come again: somebody who must hear of it could not be told. */
    AGAIN
}
