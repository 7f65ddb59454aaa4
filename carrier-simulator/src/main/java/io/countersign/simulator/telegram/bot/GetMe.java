package io.countersign.simulator.telegram.bot;

import io.countersign.simulator.telegram.SimulatedBotSettings;
import io.countersign.simulator.telegram.wire.User;
import org.springframework.stereotype.Component;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Tells a bot who it is. */
@Component
final class GetMe implements BotApiMethod {

    private final User bot;

    GetMe(SimulatedBotSettings settings) {
        this.bot = settings.bot();
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    private record Bot(
            long id,
            boolean isBot,
            String firstName,
            String username,
            boolean canJoinGroups,
            boolean canReadAllGroupMessages,
            boolean supportsInlineQueries,
            boolean canConnectToBusiness,
            boolean hasMainWebApp) {}

    @Override
    public String name() {
        return "getMe";
    }

    @Override
    public BotApiReply call(Arguments arguments) {
        return BotApiReply.done(
                new Bot(
                        bot.id(),
                        true,
                        bot.firstName(),
                        bot.username(),
                        true,
                        false,
                        false,
                        false,
                        false));
    }
}
