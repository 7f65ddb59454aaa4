package io.countersign.telegram.update;

import io.countersign.channel.settings.WrongSetting;
import io.countersign.telegram.bot.Bot;
import io.countersign.telegram.bot.BotAnswer;
import io.countersign.telegram.bot.BotAnswer.Rejected;
import io.countersign.telegram.bot.TelegramSettings;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.telegram.telegrambots.meta.api.methods.GetMe;

/** Asks Telegram at the start whether it knows the bot. No answer is no failure. */
final class TokenCheck implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(TokenCheck.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Bot bot;

    TokenCheck(Bot bot) {
        this.bot = bot;
    }

    /**
     * @throws WrongSetting when Telegram refuses the token
     */
    @Override
    public void afterSingletonsInstantiated() {
        switch (bot.ask(new GetMe(), TIMEOUT)) {
            case Rejected<?> rejected when rejected.code() == 401 || rejected.code() == 404 ->
                    throw new WrongSetting(
                            TelegramSettings.TOKEN_KEY,
                            "is refused by Telegram: it is not, or no longer, a bot's token");
            case BotAnswer.Done<?> _ -> LOG.info("Telegram knows the bot");
            default -> LOG.warn("Telegram does not say whether it knows the bot; going on");
        }
    }
}
