package io.countersign.identity.factor.telegram;

import io.countersign.challenge.Method;
import io.countersign.engine.open.ChallengeContext;
import io.countersign.engine.send.SendChallenge;
import io.countersign.engine.send.SendOutcome;
import io.countersign.events.Channel;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.factor.Factor;
import io.countersign.identity.method.DeliveredMethod;
import io.countersign.identity.method.MethodRole;
import io.countersign.identity.method.MethodSettings;
import io.countersign.identity.method.Unreachable;
import io.countersign.identity.method.stop.MethodStops;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks all of the account's Telegram accounts at once whether it is them. */
@Component
class TelegramMethod implements DeliveredMethod {

    private final TelegramAccounts accounts;
    private final MethodStops stops;
    private final SendChallenge sendChallenge;
    private final PromptPlan plan;
    private final TelegramLinkSettings telegram;

    TelegramMethod(
            TelegramAccounts accounts,
            MethodStops stops,
            SendChallenge sendChallenge,
            PromptPlan plan,
            TelegramLinkSettings telegram) {
        this.accounts = accounts;
        this.stops = stops;
        this.sendChallenge = sendChallenge;
        this.plan = plan;
        this.telegram = telegram;
    }

    @Override
    public Method method() {
        return Method.TELEGRAM;
    }

    @Override
    public String word() {
        return "telegram";
    }

    @Override
    public int rank() {
        return 10;
    }

    @Override
    public MethodRole role(MethodSettings settings) {
        return settings.telegram();
    }

    @Override
    public Channel channel() {
        return Channel.TELEGRAM;
    }

    /**
     * Including those that cannot be reached; none once their owner has switched the method off.
     */
    @Override
    public List<Factor> factors(AccountId account) {
        return stops.stopped(account, Method.TELEGRAM, MethodStops.Reason.OWNER)
                ? List.of()
                : accounts.of(account).stream().map(TelegramAccount::factor).toList();
    }

    @Override
    public List<Factor> usable(AccountId account) {
        return stops.stopped(account, Method.TELEGRAM)
                ? List.of()
                : reachable(account).stream().map(TelegramAccount::factor).toList();
    }

    @Override
    public Optional<Unreachable> unreachable(AccountId account) {
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
        List<TelegramAccount> reachable = reachable(new AccountId(asked.account()));
        if (reachable.isEmpty()) {
            return new SendOutcome.NotOffered();
        }
        return sendChallenge.send(
                asked, challenge -> Optional.of(plan.of(asked, reachable, challenge)));
    }

    private List<TelegramAccount> reachable(AccountId account) {
        return accounts.of(account).stream().filter(TelegramAccount::reachable).toList();
    }
}
