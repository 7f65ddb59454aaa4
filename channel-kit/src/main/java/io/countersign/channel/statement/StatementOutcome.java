package io.countersign.channel.statement;

/** What became of a statement. */
public enum StatementOutcome {
    /** It stands, and the gateway is told. */
    FIRST,
    /** Another one with its name stands already; the gateway is told of that one again. */
    NOT_FIRST,
    /** One stands, but the broker did not confirm the event: make it again. */
    NOT_TOLD
}
