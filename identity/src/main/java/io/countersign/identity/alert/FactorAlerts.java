package io.countersign.identity.alert;

import static io.countersign.events.content.NoticeKind.FACTOR_ADDED;
import static io.countersign.events.content.NoticeKind.FACTOR_REMOVED;
import static io.countersign.events.content.NoticeKind.SECOND_FACTOR_OFF;
import static io.countersign.events.content.NoticeKind.SECOND_FACTOR_ON;
import static java.util.stream.Collectors.joining;

import io.countersign.challenge.Method;
import io.countersign.events.content.Fact;
import io.countersign.events.content.NoticeKind;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.account.Accounts;
import io.countersign.identity.account.Addressee;
import io.countersign.identity.attempt.Origin;
import io.countersign.identity.event.Protection;
import io.countersign.identity.event.SecurityEvent.FactorAdded;
import io.countersign.identity.event.SecurityEvent.FactorRemoved;
import io.countersign.identity.factor.Factor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells people that their factors change, with one mail for what is added and one for what is
 * removed. The first factor switches two-factor sign-in on, the last one switches it off.
 */
@Component
class FactorAlerts {

    private final Alerts alerts;
    private final Accounts accounts;
    private final MessageSource messages;

    FactorAlerts(Alerts alerts, Accounts accounts, MessageSource messages) {
        this.alerts = alerts;
        this.accounts = accounts;
        this.messages = messages;
    }

    @EventListener
    void on(FactorAdded event) {
        NoticeKind news = event.first() ? SECOND_FACTOR_ON : FACTOR_ADDED;
        tell(event.account(), news, event.what(), event.origin());
    }

    @EventListener
    void on(FactorRemoved event) {
        NoticeKind news = event.last() ? SECOND_FACTOR_OFF : FACTOR_REMOVED;
        tell(event.account(), news, event.what(), event.origin());
    }

    /** In the person's language. */
    private void tell(AccountId account, NoticeKind news, Protection what, Origin origin) {
        Locale locale =
                accounts.addressee(account)
                        .map(Addressee::locale)
                        .map(Locale::forLanguageTag)
                        .orElse(Locale.ENGLISH);
        alerts.tell(account, news, origin, Map.of(Fact.FACTOR, named(what, locale)));
    }

    private String named(Protection what, Locale locale) {
        return switch (what) {
            case Protection.Factors(List<Factor> factors) ->
                    factors.stream().map(factor -> named(factor, locale)).collect(joining(", "));
            case Protection.ByMethod(Method method) -> named(method, locale);
            case Protection.ByFactor(Factor factor, Method method) ->
                    named(factor, locale) + " (" + named(method, locale) + ")";
        };
    }

    /** Such as {@code Phone: Work mobile}. */
    private String named(Factor factor, Locale locale) {
        String word = messages.getMessage("factor." + factor.kind().name(), null, locale);
        return factor.name().isEmpty() ? word : word + ": " + factor.name();
    }

    private String named(Method method, Locale locale) {
        return messages.getMessage("history.method." + method, null, locale);
    }
}
