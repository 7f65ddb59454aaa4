package io.countersign.gateway.web.telegram;

import io.countersign.gateway.web.ChangeAnswer;
import io.countersign.gateway.web.RemovalWarning;
import io.countersign.identity.account.Password;
import io.countersign.identity.caller.Caller;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.factor.Factor;
import io.countersign.identity.factor.telegram.TelegramAccounts;
import io.countersign.identity.factor.telegram.link.SwitchTelegram;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Switches Telegram off and on. */
@Controller
@RequestMapping("/security/telegram/switch")
class SwitchController {

    private final TelegramAccounts telegram;
    private final SwitchTelegram switchTelegram;
    private final RemovalWarning warning;

    SwitchController(
            TelegramAccounts telegram, SwitchTelegram switchTelegram, RemovalWarning warning) {
        this.telegram = telegram;
        this.switchTelegram = switchTelegram;
        this.warning = warning;
    }

    @GetMapping
    String page(SignedIn who, Model model) {
        model.addAttribute("off", switchTelegram.off(who.account()));
        warning.show(
                who.account(),
                telegram.factors(who.account()).stream().map(Factor::id).toList(),
                model);
        return "telegram-switch";
    }

    @PostMapping
    String switchTo(
            Caller caller,
            @RequestParam boolean on,
            @RequestParam(defaultValue = "") String password,
            HttpServletResponse response,
            Model model) {
        return ChangeAnswer.to(
                switchTelegram.to(on, caller, new Password(password)),
                on ? "telegram-on" : "telegram-off",
                response,
                model,
                () -> page(caller.who(), model));
    }
}
