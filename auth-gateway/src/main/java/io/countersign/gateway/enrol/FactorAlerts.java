package io.countersign.gateway.enrol;

import io.countersign.events.Fact;
import io.countersign.events.NoticeKind;
import io.countersign.gateway.account.Accounts;
import io.countersign.gateway.account.Addressee;
import io.countersign.gateway.alert.Alerts;
import io.countersign.gateway.challenge.SecondFactor;
import io.countersign.gateway.factor.Factor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/**
 * Tells people that their factors change. One mail for each change: the first factor switches the
 * second factor on, the last one switches it off.
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
            UUID account, Factor factor, HttpServletRequest request, BooleanSupplier change) {
        return () -> {
            boolean before = secondFactor.needed(account);
            if (!change.getAsBoolean()) {
                return false;
            }
            boolean first = !before && secondFactor.needed(account);
            NoticeKind news = first ? NoticeKind.SECOND_FACTOR_ON : NoticeKind.FACTOR_ADDED;
            alerts.tell(account, news, request, named(account, factor));
            return true;
        };
    }

    /** The same for a change that removes a factor. */
    public BooleanSupplier removed(
            UUID account, Factor factor, HttpServletRequest request, BooleanSupplier change) {
        return () -> {
            if (!change.getAsBoolean()) {
                return false;
            }
            boolean last = !secondFactor.needed(account);
            NoticeKind news = last ? NoticeKind.SECOND_FACTOR_OFF : NoticeKind.FACTOR_REMOVED;
            alerts.tell(account, news, request, named(account, factor));
            return true;
        };
    }

    /** Such as {@code Phone: Work mobile}, in the person's language. */
    private Map<Fact, String> named(UUID account, Factor factor) {
        Locale locale =
                accounts.addressee(account)
                        .map(Addressee::locale)
                        .map(Locale::forLanguageTag)
                        .orElse(Locale.ENGLISH);
        String word = messages.getMessage("factor." + factor.kind(), null, locale);
        return Map.of(Fact.FACTOR, factor.name().isEmpty() ? word : word + ": " + factor.name());
    }
}
