package io.countersign.simulator.faults;

import com.fasterxml.jackson.annotation.JsonTypeName;

/** What can go wrong with a request of a bot that concerns one person's chat. */
public sealed interface TelegramFault extends Fault permits RequestFault, TelegramFault.BlockedBot {

    /** Answers 403, as if the person had blocked the bot. */
    @JsonTypeName("blocked-bot")
    record BlockedBot() implements TelegramFault {}
}
