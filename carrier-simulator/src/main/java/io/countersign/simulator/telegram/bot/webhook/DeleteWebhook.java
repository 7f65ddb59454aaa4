package io.countersign.simulator.telegram.bot.webhook;

import io.countersign.simulator.telegram.Updates;
import io.countersign.simulator.telegram.bot.Arguments;
import io.countersign.simulator.telegram.bot.BotApiMethod;
import io.countersign.simulator.telegram.bot.BotApiReply;
import org.springframework.stereotype.Component;

/** Has updates kept for polling again. */
@Component
final class DeleteWebhook implements BotApiMethod {

    private final WebhookSender webhook;
    private final Updates updates;

    DeleteWebhook(WebhookSender webhook, Updates updates) {
        this.webhook = webhook;
        this.updates = updates;
    }

    @Override
    public String name() {
        return "deleteWebhook";
    }

    @Override
    public BotApiReply call(Arguments arguments) {
        if (arguments.flag("drop_pending_updates")) {
            updates.clear();
        }
        return new BotApiReply.Done(
                true, webhook.delete() ? "Webhook was deleted" : "Webhook is already deleted");
    }
}
