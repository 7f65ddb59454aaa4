package io.countersign.gateway.web.security;

import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.session.AuthenticationLevel;
import io.countersign.gateway.session.Sessions;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.factor.telegram.TelegramLinkSettings;
import io.countersign.identity.method.Offers;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.CurrentSecurityContext;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** All that somebody sees who has to have a second factor and has none. */
@Controller
class SetUpController {

    private final Sessions sessions;
    private final TelegramLinkSettings telegram;
    private final Offers offers;

    SetUpController(Sessions sessions, TelegramLinkSettings telegram, Offers offers) {
        this.offers = offers;
        this.sessions = sessions;
        this.telegram = telegram;
    }

    @OpenTo(Access.ENROLLING)
    @GetMapping("/set-up")
    String page(
            @CurrentSecurityContext(expression = "authentication") Authentication visitor,
            SignedIn who,
            Model model) {
        if (sessions.standing(visitor) == AuthenticationLevel.SIGNED_IN) {
            return "redirect:/security";
        }
        model.addAttribute("telegramSetUp", telegram.setUp());
        model.addAttribute("phoneWillDo", offers.phoneWillDo(who.account()));
        return "set-up";
    }
}
