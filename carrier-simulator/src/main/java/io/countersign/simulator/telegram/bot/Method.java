package io.countersign.simulator.telegram.bot;

/** A method of the Bot API. */
interface Method {

    String name();

    /** Returns when the answer is due. */
    Reply call(Arguments arguments) throws InterruptedException;
}
