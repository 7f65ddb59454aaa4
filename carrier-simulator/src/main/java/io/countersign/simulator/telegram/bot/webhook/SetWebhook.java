package io.countersign.simulator.telegram.bot.webhook;

import io.countersign.simulator.telegram.Updates;
import io.countersign.simulator.telegram.bot.Arguments;
import io.countersign.simulator.telegram.bot.BotApiMethod;
import io.countersign.simulator.telegram.bot.BotApiReply;
import io.countersign.simulator.twilio.callback.CallbackSettings;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Has updates sent to an address. Unlike Telegram, takes plain HTTP too, but only addresses at the
 * hosts to which callbacks are allowed.
 */
@Component
final class SetWebhook implements BotApiMethod {

    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{1,256}");

    private final WebhookSender webhook;
    private final Updates updates;
    private final CallbackSettings callbacks;

    SetWebhook(WebhookSender webhook, Updates updates, CallbackSettings callbacks) {
        this.webhook = webhook;
        this.updates = updates;
        this.callbacks = callbacks;
    }

    @Override
    public String name() {
        return "setWebhook";
    }

    @Override
    public BotApiReply call(Arguments arguments) {
        String url = arguments.text("url").orElse("");
        if (url.isEmpty()) {
            webhook.delete();
            return new BotApiReply.Done(true, "Webhook was deleted");
        }
        Optional<URI> address = parsed(url).filter(callbacks::allow);
        if (address.isEmpty()) {
            return BotApiReply.badRequest("bad webhook: the host is not allowed to be called back");
        }
        Optional<String> secret = arguments.text("secret_token").filter(text -> !text.isEmpty());
        if (secret.isPresent() && !SECRET.matcher(secret.get()).matches()) {
            return BotApiReply.badRequest("secret token contains unallowed characters");
        }
        if (arguments.flag("drop_pending_updates")) {
            updates.clear();
        }
        updates.allow(arguments.words("allowed_updates").orElse(Set.of()));
        webhook.set(new WebhookSender.Target(address.get(), secret.orElse(null)));
        return new BotApiReply.Done(true, "Webhook was set");
    }

    private static Optional<URI> parsed(String url) {
        try {
            return Optional.of(URI.create(url));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
