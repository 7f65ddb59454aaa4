package io.countersign.telegram.update;

import io.countersign.telegram.bot.Bot;
import io.countersign.telegram.bot.BotAnswer;
import io.countersign.telegram.bot.BotAnswer.Done;
import java.time.Duration;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;

/**
 * Has Telegram call us, and repeats that request now and then.
 *
 * @see <a href="https://core.telegram.org/bots/api#setwebhook">setWebhook</a>
 */
final class Webhook implements LeaderTask {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration UNTIL_NEXT_TRY = Duration.ofSeconds(10);
    private static final Duration UNTIL_NEXT_TIME = Duration.ofMinutes(10);

    private final Bot bot;
    private final WebhookSettings settings;
    private final ReceivingHealth health;

    /**
     * @param bot of its own, because all its requests are cancelled when the term ends
     */
    Webhook(Bot bot, WebhookSettings settings, ReceivingHealth health) {
        this.bot = bot;
        this.settings = settings;
        this.health = health;
    }

    @Override
    public void perform(LeaderTerm term) {
        while (term.goesOn()) {
            BotAnswer<Boolean> answer =
                    bot.ask(
                            SetWebhook.builder()
                                    .url(settings.url())
                                    .secretToken(settings.secretToken())
                                    .allowedUpdates(UpdateHandler.KINDS)
                                    .build(),
                            TIMEOUT);
            if (term.goesOn()) {
                health.heard(answer);
                term.rest(answer instanceof Done ? UNTIL_NEXT_TIME : UNTIL_NEXT_TRY);
            }
        }
    }

    @Override
    public void interrupt() {
        bot.giveUp();
    }
}
