package io.countersign.telegram.update;

import io.countersign.telegram.bot.Answer;
import io.countersign.telegram.bot.Answer.Done;
import io.countersign.telegram.bot.Bot;
import java.time.Duration;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;

/**
 * Has Telegram call us, and says so again now and then.
 *
 * @see <a href="https://core.telegram.org/bots/api#setwebhook">setWebhook</a>
 */
final class Webhook implements Duty {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration UNTIL_NEXT_TRY = Duration.ofSeconds(10);
    private static final Duration UNTIL_NEXT_TIME = Duration.ofMinutes(10);

    private final Bot bot;
    private final WebhookSettings settings;
    private final Hearing hearing;

    /**
     * @param bot of its own, since everything it asks is given up when the term ends
     */
    Webhook(Bot bot, WebhookSettings settings, Hearing hearing) {
        this.bot = bot;
        this.settings = settings;
        this.hearing = hearing;
    }

    @Override
    public void perform(Term term) {
        while (term.goesOn()) {
            Answer<Boolean> answer =
                    bot.ask(
                            SetWebhook.builder()
                                    .url(settings.url())
                                    .secretToken(settings.secretToken())
                                    .allowedUpdates(UpdateHandler.KINDS)
                                    .build(),
                            TIMEOUT);
            if (term.goesOn()) {
                hearing.heard(answer);
                term.rest(answer instanceof Done ? UNTIL_NEXT_TIME : UNTIL_NEXT_TRY);
            }
        }
    }

    @Override
    public void interrupt() {
        bot.giveUp();
    }
}
