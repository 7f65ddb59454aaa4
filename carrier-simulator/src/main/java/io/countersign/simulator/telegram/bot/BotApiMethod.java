package io.countersign.simulator.telegram.bot;

/** A method of the Bot API. */
public interface BotApiMethod {

    String name();

    /** Returns when the answer is due. */
    BotApiReply call(Arguments arguments) throws InterruptedException;
}
