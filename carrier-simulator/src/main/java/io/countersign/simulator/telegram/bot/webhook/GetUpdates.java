package io.countersign.simulator.telegram.bot.webhook;

import io.countersign.simulator.faults.active.Faults;
import io.countersign.simulator.telegram.Update;
import io.countersign.simulator.telegram.Updates;
import io.countersign.simulator.telegram.bot.Arguments;
import io.countersign.simulator.telegram.bot.BotApiMethod;
import io.countersign.simulator.telegram.bot.BotApiReply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Hands out updates by long polling. */
@Component
final class GetUpdates implements BotApiMethod {

    private static final int MOST = 100;
    private static final long LONGEST_SECONDS = 50;

    private final Updates updates;
    private final WebhookSender webhook;
    private final Faults faults;

    GetUpdates(Updates updates, WebhookSender webhook, Faults faults) {
        this.updates = updates;
        this.webhook = webhook;
        this.faults = faults;
    }

    @Override
    public String name() {
        return "getUpdates";
    }

    @Override
    public BotApiReply call(Arguments arguments) throws InterruptedException {
        if (webhook.active()) {
            return BotApiReply.failed(
                    409,
                    "Conflict: can't use getUpdates method while webhook is active; use"
                            + " deleteWebhook to delete the webhook first");
        }
        if (faults.strikeUpdates().isPresent()) {
            return conflict();
        }
        arguments.words("allowed_updates").ifPresent(updates::allow);
        Optional<List<Update>> found =
                updates.poll(
                        arguments.number("offset", 0),
                        Math.clamp(arguments.number("limit", MOST), 1, MOST),
                        Duration.ofSeconds(
                                Math.clamp(arguments.number("timeout", 0), 0, LONGEST_SECONDS)));
        return found.map(BotApiReply::done).orElseGet(GetUpdates::conflict);
    }

    private static BotApiReply conflict() {
        return BotApiReply.failed(
                409,
                "Conflict: terminated by other getUpdates request; make sure that only one bot"
                        + " instance is running");
    }
}
