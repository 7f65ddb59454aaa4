package io.countersign.simulator.telegram.wire;

import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The chat of a person with the bot.
 *
 * @param id the person's id
 * @param type always {@code private}
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record PrivateChat(long id, String type, String firstName, String username) {}
