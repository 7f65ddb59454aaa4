package io.countersign.gateway.web.telegram;

import io.countersign.gateway.account.Password;
import io.countersign.gateway.enrol.ChangeTelegram;
import io.countersign.gateway.enrol.ChangeTelegram.Outcome;
import io.countersign.gateway.factor.FactorName;
import io.countersign.gateway.session.SignedIn;
import io.countersign.gateway.telegram.TelegramAccount;
import io.countersign.gateway.telegram.TelegramAccounts;
import io.countersign.gateway.web.AfterRemoval;
import io.countersign.gateway.web.Origins;
import io.countersign.gateway.web.RemovalWarning;
import io.countersign.gateway.web.StepUpRefusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Names and removes Telegram accounts, and switches the method off and on. */
@Controller
@RequestMapping("/security/telegram")
class TelegramController {

    private static final String GONE = "redirect:/security?gone";

    private final TelegramAccounts telegram;
    private final ChangeTelegram changeTelegram;
    private final RemovalWarning warning;

    TelegramController(
            TelegramAccounts telegram, ChangeTelegram changeTelegram, RemovalWarning warning) {
        this.warning = warning;
        this.telegram = telegram;
        this.changeTelegram = changeTelegram;
    }

    @PostMapping("/{id}/name")
    String name(SignedIn who, @PathVariable UUID id, @RequestParam(defaultValue = "") String name) {
        Optional<FactorName> parsed = FactorName.parse(name);
        if (parsed.isEmpty()) {
            return "redirect:/security?name-refused";
        }
        return telegram.rename(who.account(), id, parsed.get().value())
                ? "redirect:/security?named"
                : GONE;
    }

    @GetMapping("/{id}/remove")
    String removal(SignedIn who, @PathVariable UUID id, Model model) {
        Optional<TelegramAccount> account = telegram.find(who.account(), id);
        if (account.isEmpty()) {
            return GONE;
        }
        model.addAttribute("telegram", account.get());
        warning.show(who.account(), List.of(id), model);
        return "telegram-remove";
    }

    @PostMapping("/{id}/remove")
    String remove(
            SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Outcome outcome =
                changeTelegram.remove(
                        who, id, new Password(password), Origins.of(request), request, response);
        return switch (outcome) {
            case Outcome.Done _ -> AfterRemoval.leadsTo(request, "/security?telegram-removed");
            case Outcome.NothingToDo _ -> GONE;
            case Outcome.StepUpFirst first -> {
                refuse(first, response, model);
                yield removal(who, id, model);
            }
        };
    }

    @GetMapping("/switch")
    String switching(SignedIn who, Model model) {
        List<UUID> linked = telegram.of(who.account()).stream().map(TelegramAccount::id).toList();
        model.addAttribute("off", changeTelegram.off(who.account()));
        warning.show(who.account(), linked, model);
        return "telegram-switch";
    }

    @PostMapping("/switch")
    String switchTo(
            SignedIn who,
            @RequestParam boolean on,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Outcome outcome =
                changeTelegram.switchTo(
                        on, who, new Password(password), Origins.of(request), request, response);
        return switch (outcome) {
            case Outcome.Done _ ->
                    AfterRemoval.leadsTo(request, "/security?telegram-" + (on ? "on" : "off"));
            case Outcome.NothingToDo _ -> GONE;
            case Outcome.StepUpFirst first -> {
                refuse(first, response, model);
                yield switching(who, model);
            }
        };
    }

    private static void refuse(
            Outcome.StepUpFirst first, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        StepUpRefusal.show(first.refused(), model);
    }
}
