package io.countersign.identity.factor.telegram;

import io.countersign.challenge.Limit;
import io.countersign.challenge.Method;
import io.countersign.challenge.Pending;
import io.countersign.engine.open.ChallengeContext;
import io.countersign.engine.open.ChallengeSettings;
import io.countersign.engine.send.DeliveryPlan;
import io.countersign.engine.send.PlannedRoute;
import io.countersign.engine.send.PlannedStep;
import io.countersign.engine.send.SendChallenge;
import io.countersign.engine.send.SendOutcome;
import io.countersign.events.Channel;
import io.countersign.events.Message;
import io.countersign.identity.factor.Factor;
import io.countersign.identity.method.DeliveredMethod;
import io.countersign.identity.method.MethodStops;
import io.countersign.identity.method.Unreachable;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The question whether it is them, to all of the account's Telegram accounts at once. */
@Component
class TelegramMethod implements DeliveredMethod {

    private final TelegramAccounts accounts;
    private final MethodStops stops;
    private final ConfirmationNumbers numbers;
    private final AttemptFacts facts;
    private final SendChallenge sendRound;
    private final PromptLimits limits;
    private final ChallengeSettings settings;
    private final TelegramSettings telegram;

    TelegramMethod(
            TelegramAccounts accounts,
            MethodStops stops,
            ConfirmationNumbers numbers,
            AttemptFacts facts,
            SendChallenge sendRound,
            PromptLimits limits,
            ChallengeSettings settings,
            TelegramSettings telegram) {
        this.accounts = accounts;
        this.stops = stops;
        this.numbers = numbers;
        this.facts = facts;
        this.sendRound = sendRound;
        this.limits = limits;
        this.settings = settings;
        this.telegram = telegram;
    }

    @Override
    public Method method() {
        return Method.TELEGRAM;
    }

    @Override
    public Channel channel() {
        return Channel.TELEGRAM;
    }

    /** Those that cannot be reached too; none once their owner has switched the method off. */
    @Override
    public List<Factor> factors(UUID account) {
        return stops.stopped(account, Method.TELEGRAM, MethodStops.Reason.OWNER)
                ? List.of()
                : accounts.of(account).stream().map(TelegramAccount::factor).toList();
    }

    @Override
    public List<Factor> usable(UUID account) {
        return stops.stopped(account, Method.TELEGRAM)
                ? List.of()
                : reachable(account).stream().map(TelegramAccount::factor).toList();
    }

    @Override
    public Optional<Unreachable> unreachable(UUID account) {
        boolean lost =
                !stops.stopped(account, Method.TELEGRAM)
                        && !accounts.of(account).isEmpty()
                        && reachable(account).isEmpty();
        return lost
                ? Optional.of(new Unreachable(Method.TELEGRAM, telegram.address().orElse(null)))
                : Optional.empty();
    }

    @Override
    public SendOutcome send(ChallengeContext asked, Factor factor) {
        List<TelegramAccount> reachable = reachable(asked.account());
        if (reachable.isEmpty()) {
            return new SendOutcome.NotOffered();
        }
        return sendRound.send(
                asked, challenge -> Optional.of(sending(asked, reachable, challenge)));
    }

    private DeliveryPlan sending(
            ChallengeContext asked, List<TelegramAccount> reachable, Pending challenge) {
        Message question =
                new Message.Confirmation(
                        numbers.options(challenge.terms().id()),
                        facts.of(asked, challenge.terms().openedAt()));
        List<PlannedRoute> legs =
                reachable.stream()
                        .map(
                                account ->
                                        new PlannedRoute(
                                                account.id(),
                                                List.of(
                                                        new PlannedStep(
                                                                Channel.TELEGRAM,
                                                                account.chat(),
                                                                question,
                                                                1,
                                                                settings.patience()))))
                        .toList();
        return new DeliveryPlan(Method.TELEGRAM, limits(asked.account(), reachable), legs);
    }

    /** A success begins to count anew. */
    private List<Limit> limits(UUID account, List<TelegramAccount> reachable) {
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

    private List<TelegramAccount> reachable(UUID account) {
        return accounts.of(account).stream().filter(TelegramAccount::reachable).toList();
    }
}
