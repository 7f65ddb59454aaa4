package io.countersign.simulator.telegram.bot;

import io.countersign.simulator.telegram.Updates;
import org.springframework.stereotype.Component;

/** Has updates kept for polling again. */
@Component
final class DeleteWebhook implements Method {

    private final Webhook webhook;
    private final Updates updates;

    DeleteWebhook(Webhook webhook, Updates updates) {
        this.webhook = webhook;
        this.updates = updates;
    }

    @Override
    public String name() {
        return "deleteWebhook";
    }

    @Override
    public Reply call(Arguments arguments) {
        if (arguments.flag("drop_pending_updates")) {
            updates.clear();
        }
        return new Reply.Done(
                true, webhook.delete() ? "Webhook was deleted" : "Webhook is already deleted");
    }
}
