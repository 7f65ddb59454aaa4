package io.countersign.gateway.web.security;

import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import static io.countersign.challenge.Method.CALL;
import static io.countersign.challenge.Method.TELEGRAM;
import static io.countersign.identity.method.MethodStops.Reason.OWNER;
import static io.countersign.identity.method.MethodStops.Reason.WRONG_CODES;

import io.countersign.gateway.web.notice.Words;
import io.countersign.gateway.web.recovery.CodesPage;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.factor.FactorName;
import io.countersign.identity.factor.phone.PendingPhones;
import io.countersign.identity.factor.phone.Phones;
import io.countersign.identity.factor.recovery.RecoveryCodes;
import io.countersign.identity.factor.telegram.TelegramAccounts;
import io.countersign.identity.factor.telegram.TelegramSettings;
import io.countersign.identity.factor.totp.Authenticators;
import io.countersign.identity.method.MethodStops;
import io.countersign.identity.method.Preference;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which people look after their account. */
@Controller
class SecurityController {

    private final Phones phones;
    private final PendingPhones pendings;
    private final Authenticators authenticators;
    private final RecoveryCodes recoveryCodes;
    private final TelegramAccounts telegram;
    private final TelegramSettings telegramSettings;
    private final MethodStops stops;
    private final Preference preference;
    private final CodesPage codesPage;

    SecurityController(
            Phones phones,
            PendingPhones pendings,
            Authenticators authenticators,
            RecoveryCodes recoveryCodes,
            TelegramAccounts telegram,
            TelegramSettings telegramSettings,
            MethodStops stops,
            Preference preference,
            CodesPage codesPage) {
        this.codesPage = codesPage;
        this.authenticators = authenticators;
        this.recoveryCodes = recoveryCodes;
        this.telegram = telegram;
        this.telegramSettings = telegramSettings;
        this.stops = stops;
        this.preference = preference;
        this.phones = phones;
        this.pendings = pendings;
    }

    @OpenTo(Access.SIGNED_IN)
    @GetMapping("/security")
    String page(
            SignedIn who,
            @RequestParam Map<String, String> query,
            HttpServletRequest request,
            Model model) {
        Done.notice(query.keySet()).ifPresent(notice -> model.addAttribute("notice", notice));
        model.addAttribute("phones", phones.confirmed(who.account()));
        model.addAttribute("pendings", pendings.of(who.account(), who.attempt()));
        model.addAttribute("authenticators", authenticators.of(who.account()));
        model.addAttribute("recoveryCodes", recoveryCodes.stock(who.account()).left());
        model.addAttribute("codesWaiting", codesPage.find(who, request).isPresent());
        model.addAttribute("telegrams", telegram.of(who.account()));
        model.addAttribute("telegramSetUp", telegramSettings.setUp());
        model.addAttribute("telegramOff", stops.stopped(who.account(), TELEGRAM, OWNER));
        model.addAttribute("callsOff", stops.stopped(who.account(), CALL, WRONG_CODES));
        Preference.Choice choice = preference.of(who.account());
        model.addAttribute("choices", choice.choices().stream().map(Words::of).toList());
        model.addAttribute(
                "preferred", choice.preferred() == null ? "" : Words.of(choice.preferred()));
        model.addAttribute("longestName", FactorName.LONGEST);
        return "security";
    }
}
