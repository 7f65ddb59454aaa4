package io.countersign.telegram.update;

/** Whether an update may be acknowledged. */
enum Handled {
    DONE,
    /** It must come again: it could not be passed on yet. */
    AGAIN
}
