package io.countersign.identity.factor.telegram;

import io.countersign.challenge.Method;
import io.countersign.challenge.Pending;
import io.countersign.challenge.store.Limit;
import io.countersign.engine.open.ChallengeContext;
import io.countersign.engine.open.ChallengeSettings;
import io.countersign.engine.send.DeliveryPlan;
import io.countersign.engine.send.PlannedRoute;
import io.countersign.engine.send.PlannedStep;
import io.countersign.events.Channel;
import io.countersign.events.content.Message;
import io.countersign.identity.account.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What is sent for a question in Telegram, and what it counts against. */
@Component
class PromptPlan {

    private final ConfirmationNumbers numbers;
    private final AttemptFacts facts;
    private final PromptLimits limits;
    private final ChallengeSettings settings;

    PromptPlan(
            ConfirmationNumbers numbers,
            AttemptFacts facts,
            PromptLimits limits,
            ChallengeSettings settings) {
        this.numbers = numbers;
        this.facts = facts;
        this.limits = limits;
        this.settings = settings;
    }

    /** Each account has a route of its own. */
    DeliveryPlan of(ChallengeContext asked, List<TelegramAccount> reachable, Pending challenge) {
        Message question =
                new Message.Confirmation(
                        numbers.options(challenge.terms().id()),
                        facts.of(asked, challenge.terms().openedAt()));
        List<PlannedRoute> routes =
                reachable.stream()
                        .map(
                                account ->
                                        new PlannedRoute(
                                                account.id().value(),
                                                List.of(
                                                        new PlannedStep(
                                                                Channel.TELEGRAM,
                                                                account.chat(),
                                                                question,
                                                                1,
                                                                settings.patience()))))
                        .toList();
        return new DeliveryPlan(
                Method.TELEGRAM, limits(new AccountId(asked.account()), reachable), routes);
    }

    /** A success restarts the count. */
    private List<Limit> limits(AccountId account, List<TelegramAccount> reachable) {
        Instant success =
                reachable.stream()
                        .map(TelegramAccount::lastUsedAt)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH);
        String key = "telegram:" + account + ":" + success.toEpochMilli();
        return List.of(
                new Limit("prompts-hour", "hour:" + key, limits.perHour(), Duration.ofHours(1)),
                new Limit("prompts-day", "day:" + key, limits.perDay(), Duration.ofDays(1)));
    }
}
