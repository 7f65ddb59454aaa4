package io.countersign.gateway.enrol;

import static io.countersign.events.NoticeKind.FACTOR_ADDED;
import static io.countersign.events.NoticeKind.FACTOR_REMOVED;
import static io.countersign.events.NoticeKind.SECOND_FACTOR_OFF;
import static io.countersign.events.NoticeKind.SECOND_FACTOR_ON;
import static java.util.stream.Collectors.joining;

import io.countersign.challenge.Method;
import io.countersign.events.Fact;
import io.countersign.events.NoticeKind;
import io.countersign.gateway.account.Accounts;
import io.countersign.gateway.account.Addressee;
import io.countersign.gateway.alert.Alerts;
import io.countersign.gateway.challenge.SecondFactor;
import io.countersign.gateway.factor.Factor;
import io.countersign.gateway.phone.Phone;
import io.countersign.gateway.phone.PhoneUses;
import io.countersign.gateway.signin.Origin;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/**
 * Tells people that their factors change, one mail for what comes and one for what goes: the first
 * factor switches the second factor on, the last one switches it off.
 */
@Service
public class FactorAlerts {

    private final Alerts alerts;
    private final Accounts accounts;
    private final SecondFactor secondFactor;
    private final MessageSource messages;

    FactorAlerts(
            Alerts alerts, Accounts accounts, SecondFactor secondFactor, MessageSource messages) {
        this.alerts = alerts;
        this.accounts = accounts;
        this.secondFactor = secondFactor;
        this.messages = messages;
    }

    /**
     * A change that adds a factor, and tells of it when it does.
     *
     * @param change to be made in a transaction
     */
    public BooleanSupplier added(
            UUID account, Factor factor, Origin origin, BooleanSupplier change) {
        return added(account, locale -> named(factor, locale), origin, change);
    }

    /** The same for a change that removes factors. */
    public BooleanSupplier removed(
            UUID account, List<Factor> factors, Origin origin, BooleanSupplier change) {
        return removed(account, locale -> named(factors, locale), origin, change);
    }

    /** The same for a change that switches a method on or off. */
    public BooleanSupplier switched(
            boolean on, UUID account, Method method, Origin origin, BooleanSupplier change) {
        return on
                ? added(account, locale -> named(method, locale), origin, change)
                : removed(account, locale -> named(method, locale), origin, change);
    }

    /** The same for a phone that serves for something else from now on. */
    public BooleanSupplier used(
            UUID account, Phone phone, PhoneUses uses, Origin origin, BooleanSupplier change) {
        BooleanSupplier told = change;
        for (Method method : PhoneUses.ALL.methods()) {
            Function<Locale, String> name =
                    locale -> named(phone.factor(), locale) + " (" + named(method, locale) + ")";
            if (uses.include(method) && !phone.uses().include(method)) {
                told = added(account, name, origin, told);
            } else if (phone.uses().include(method) && !uses.include(method)) {
                told = removed(account, name, origin, told);
            }
        }
        return told;
    }

    private BooleanSupplier added(
            UUID account, Function<Locale, String> name, Origin origin, BooleanSupplier change) {
        return () -> {
            boolean before = secondFactor.needed(account);
            if (!change.getAsBoolean()) {
                return false;
            }
            boolean first = !before && secondFactor.needed(account);
            tell(account, first ? SECOND_FACTOR_ON : FACTOR_ADDED, name, origin);
            return true;
        };
    }

    private BooleanSupplier removed(
            UUID account, Function<Locale, String> name, Origin origin, BooleanSupplier change) {
        return () -> {
            if (!change.getAsBoolean()) {
                return false;
            }
            boolean last = !secondFactor.needed(account);
            tell(account, last ? SECOND_FACTOR_OFF : FACTOR_REMOVED, name, origin);
            return true;
        };
    }

    /** In the person's language. */
    private void tell(UUID account, NoticeKind news, Function<Locale, String> name, Origin origin) {
        Locale locale =
                accounts.addressee(account)
                        .map(Addressee::locale)
                        .map(Locale::forLanguageTag)
                        .orElse(Locale.ENGLISH);
        alerts.tell(account, news, origin, Map.of(Fact.FACTOR, name.apply(locale)));
    }

    private String named(List<Factor> factors, Locale locale) {
        return factors.stream().map(factor -> named(factor, locale)).collect(joining(", "));
    }

    /** Such as {@code Phone: Work mobile}. */
    private String named(Factor factor, Locale locale) {
        String word = messages.getMessage("factor." + factor.kind(), null, locale);
        return factor.name().isEmpty() ? word : word + ": " + factor.name();
    }

    private String named(Method method, Locale locale) {
        return messages.getMessage("history.method." + method, null, locale);
    }
}
