package io.countersign.simulator.telegram.wire;

import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** A person or a bot. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record User(long id, boolean isBot, String firstName, String username) {}
