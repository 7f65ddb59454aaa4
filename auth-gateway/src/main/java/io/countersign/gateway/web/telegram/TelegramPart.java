package io.countersign.gateway.web.telegram;

import io.countersign.challenge.Method;
import io.countersign.gateway.web.banner.Tone;
import io.countersign.gateway.web.security.SecurityPart;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.factor.telegram.TelegramAccounts;
import io.countersign.identity.factor.telegram.TelegramLinkSettings;
import io.countersign.identity.method.stop.MethodStops;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The Telegram accounts. */
@Component
@Order(20)
class TelegramPart implements SecurityPart {

    private final TelegramAccounts accounts;
    private final TelegramLinkSettings settings;
    private final MethodStops stops;

    TelegramPart(TelegramAccounts accounts, TelegramLinkSettings settings, MethodStops stops) {
        this.accounts = accounts;
        this.settings = settings;
        this.stops = stops;
    }

    @Override
    public void show(SignedIn who, HttpServletRequest request, Model model) {
        model.addAttribute("telegrams", accounts.of(who.account()));
        model.addAttribute("telegramSetUp", settings.setUp());
        model.addAttribute(
                "telegramOff",
                stops.stopped(who.account(), Method.TELEGRAM, MethodStops.Reason.OWNER));
    }

    @Override
    public String panel() {
        return "telegram";
    }

    @Override
    public Map<String, Tone> banners() {
        return Map.of(
                "telegram-added",
                Tone.GOOD,
                "telegram-already-added",
                Tone.INFO,
                "telegram-on",
                Tone.GOOD,
                "telegram-off",
                Tone.GOOD);
    }

    @Override
    public boolean setsUp(AccountId account) {
        return settings.setUp();
    }
}
