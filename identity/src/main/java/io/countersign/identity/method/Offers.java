package io.countersign.identity.method;

import io.countersign.challenge.Method;
import io.countersign.engine.status.ChannelWorkers;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.factor.Factor;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/** Which methods an account can use: those that policy allows and that it has a factor for. */
@Component
public class Offers {

    private final List<ProofMethod> methods;
    private final MethodSettings settings;
    private final PreferredMethods preferred;
    private final ChannelWorkers workers;

    Offers(
            List<ProofMethod> methods,
            MethodSettings settings,
            PreferredMethods preferred,
            ChannelWorkers workers) {
        this.methods = methods.stream().sorted(Comparator.comparingInt(ProofMethod::rank)).toList();
        this.settings = settings;
        this.preferred = preferred;
        this.workers = workers;
    }

    /**
     * What the account can use now: first what its owner prefers, then the safest. Methods without
     * a worker to deliver them come after those that work.
     */
    public List<Offer> of(AccountId account) {
        Method first = preferred.of(account).orElse(null);
        return allowed(account, ProofMethod::usable).stream()
                .sorted(
                        Comparator.comparing(Offers::lastResort)
                                .thenComparing(this::undeliverable)
                                .thenComparing(offer -> offer.method() != first)
                                .thenComparing(this::role))
                .toList();
    }

    /** What else the account could use if its owner could be reached by it. */
    public List<Unreachable> unreachable(AccountId account) {
        return methods.stream()
                .filter(this::on)
                .flatMap(way -> way.unreachable(account).stream())
                .toList();
    }

    /**
     * What its owner can prefer: all methods that it has a factor for, even those that rest for
     * now.
     */
    public List<Method> choices(AccountId account) {
        return allowed(account, ProofMethod::factors).stream()
                .filter(offer -> !lastResort(offer))
                .map(Offer::method)
                .toList();
    }

    /**
     * Whether the account has factors, but none that policy allows without a stronger one: its
     * owner could no longer sign in.
     */
    public boolean onlyFallbacks(AccountId account) {
        return hasFactor(account) && choices(account).isEmpty();
    }

    /**
     * Whether the account can sign in once it has a phone: with the phone, if policy makes one of
     * its methods enough alone, or with what it has already.
     */
    public boolean phoneWillDo(AccountId account) {
        return settings.sms() == MethodRole.PRIMARY
                || settings.call() == MethodRole.PRIMARY
                || !choices(account).isEmpty();
    }

    /**
     * The account's second factors, except recovery codes. One whose methods are switched off
     * counts too: a change of policy must not let a password alone sign in.
     */
    public List<Factor> factors(AccountId account) {
        return methods.stream()
                .filter(way -> !way.lastResort())
                .flatMap(way -> way.factors(account).stream())
                .distinct()
                .toList();
    }

    public boolean hasFactor(AccountId account) {
        return !factors(account).isEmpty();
    }

    /** A fallback counts only beside a strong method, judged by the given factors. */
    private List<Offer> allowed(
            AccountId account, BiFunction<ProofMethod, AccountId, List<Factor>> serving) {
        List<Offer> possible =
                methods.stream()
                        .filter(this::on)
                        .map(way -> new Offer(way, serving.apply(way, account)))
                        .filter(offer -> !offer.factors().isEmpty())
                        .toList();
        boolean strong = possible.stream().anyMatch(this::strong);
        return possible.stream()
                .filter(offer -> strong || role(offer) == MethodRole.PRIMARY)
                .toList();
    }

    private boolean strong(Offer offer) {
        return role(offer) == MethodRole.PRIMARY && settings.besides().contains(offer.method());
    }

    private static boolean lastResort(Offer offer) {
        return offer.way().lastResort();
    }

    private boolean on(ProofMethod way) {
        return way.role(settings) != MethodRole.OFF;
    }

    private boolean undeliverable(Offer offer) {
        return offer.way() instanceof DeliveredMethod delivered
                && workers.none(delivered.channel());
    }

    private MethodRole role(Offer offer) {
        return offer.way().role(settings);
    }
}
