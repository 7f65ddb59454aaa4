package io.countersign.simulator.telegram.bot.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.countersign.simulator.telegram.Updates;
import io.countersign.simulator.telegram.bot.Arguments;
import io.countersign.simulator.telegram.bot.BotApiMethod;
import io.countersign.simulator.telegram.bot.BotApiReply;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Tells a bot where its updates go, and how well. */
@Component
final class GetWebhookInfo implements BotApiMethod {

    private final WebhookSender webhook;
    private final Updates updates;

    GetWebhookInfo(WebhookSender webhook, Updates updates) {
        this.webhook = webhook;
        this.updates = updates;
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record WebhookInfo(
            String url,
            boolean hasCustomCertificate,
            int pendingUpdateCount,
            @Nullable Long lastErrorDate,
            @Nullable String lastErrorMessage,
            Set<String> allowedUpdates) {}

    @Override
    public String name() {
        return "getWebhookInfo";
    }

    @Override
    public BotApiReply call(Arguments arguments) {
        return BotApiReply.done(
                new WebhookInfo(
                        webhook.target().map(target -> target.url().toString()).orElse(""),
                        false,
                        updates.count(),
                        webhook.lastMishap()
                                .map(mishap -> mishap.at().getEpochSecond())
                                .orElse(null),
                        webhook.lastMishap().map(WebhookSender.Mishap::reason).orElse(null),
                        updates.allowed()));
    }
}
