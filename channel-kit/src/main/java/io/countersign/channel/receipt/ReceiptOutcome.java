package io.countersign.channel.receipt;

/** What became of a receipt. */
public enum ReceiptOutcome {
    /** It is in the delivery's state, and reported. */
    MERGED,
    /** The state says the same already, or there is no such delivery. */
    NOTHING_NEW,
    /** It is in the delivery's state but not reported: the provider may say it again. */
    NOT_REPORTED
}
