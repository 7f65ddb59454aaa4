package io.countersign.simulator.telegram.wire;

import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** What the bot learns when a person presses one of its buttons. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record CallbackQuery(
        String id, User from, BotMessage message, String chatInstance, String data) {

    @Override
    public String toString() {
        return "CallbackQuery[" + id + "]";
    }
}
